package io.tapedeck.amazontranscribe;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.problem.Failure;
import io.tapedeck.transcript.SpeechSource;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.transcribe.model.MediaFormat;

/** What Amazon Transcribe takes, as its documentation says. */
final class AmazonLimits {
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 4 * 3600;
    private static final double LARGEST = 2_000_000_000;
    private static final int LOWEST_RATE = 8_000;
    private static final int HIGHEST_RATE = 48_000;
    private static final int MOST_CHANNELS = 2;
    private static final int USUAL_SPEAKERS = 2;
    private static final int MOST_SPEAKERS = 30;

    private AmazonLimits() {}

    /** Why it cannot be asked for at all, and what would be right; empty where it can. */
    static Optional<Failure> refusal(SpeechSource source, Transcription request) {
        var audio = source.audio().measures();
        return request.language()
                .filter(language -> AmazonLanguages.code(language).isEmpty())
                .map(AmazonLanguages::unsupported)
                .or(() -> refusal(request))
                .or(() -> source.object()
                        .storage()
                        .map(elsewhere -> unsupported(
                                "Amazon Transcribe hears audio in the deployment's own bucket only, and this lies in %s. Move it to s3, or let another engine hear it."
                                        .formatted(elsewhere))))
                .or(() -> refusal(audio));
    }

    private static Optional<Failure> refusal(Transcription request) {
        return request.vocabulary().isEmpty() || request.language().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Failure(
                                "language-required",
                                "Amazon Transcribe takes a vocabulary only with the language that its words are of: name language."));
    }

    private static Optional<Failure> refusal(AudioMeasures audio) {
        if (format(audio.format()).isEmpty()) {
            return Optional.of(
                    unsupported("Amazon Transcribe does not take %s. Convert the recording to flac, wav, mp3 or ogg."
                            .formatted(audio.format())));
        } else if (audio.duration() > LONGEST) {
            return Optional.of(unsupported(
                    "Amazon Transcribe takes four hours at most, and this lasts %.0f s. Trim it, or let another engine hear it."
                            .formatted(audio.duration())));
        } else if (audio.bytes() > LARGEST) {
            return Optional.of(unsupported(
                    "Amazon Transcribe takes 2 GB at most. Compress the recording, or convert it to flac."));
        } else if (audio.channels() > MOST_CHANNELS) {
            return Optional.of(unsupported(
                    "Amazon Transcribe takes two channels at most, and this has %d. Convert it to two or one."
                            .formatted(audio.channels())));
        } else if (audio.sampleRate() < LOWEST_RATE || audio.sampleRate() > HIGHEST_RATE) {
            return Optional.of(unsupported(
                    "Amazon Transcribe takes 8 to 48 kHz, and this has %d Hz. Convert it to a sampleRate between them."
                            .formatted(audio.sampleRate())));
        }
        return Optional.empty();
    }

    /** Whether there is nothing in it that could be heard. */
    static boolean isSilent(AudioMeasures audio) {
        return audio.duration() < SHORTEST
                || audio.speech().stream().allMatch(seconds -> seconds == 0)
                        && !audio.speech().isEmpty();
    }

    /** Whether each channel is heard for itself. */
    static boolean isHeardByChannel(AudioMeasures audio) {
        return audio.layout().filter(ChannelLayout.DUAL::equals).isPresent();
    }

    /** How many speakers are to be told apart on one channel; empty where there is only one. */
    static OptionalInt speakers(AudioMeasures audio, Transcription request) {
        var wanted = request.speakers().orElse(USUAL_SPEAKERS);
        return isHeardByChannel(audio) || wanted < 2
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(wanted, MOST_SPEAKERS));
    }

    /** Empty for a format that is not taken. */
    static Optional<MediaFormat> format(Format format) {
        return switch (format) {
            case MP3 -> Optional.of(MediaFormat.MP3);
            case WAV -> Optional.of(MediaFormat.WAV);
            case OGG -> Optional.of(MediaFormat.OGG);
            case M4A -> Optional.of(MediaFormat.M4_A);
            case FLAC -> Optional.of(MediaFormat.FLAC);
            case WEBM -> Optional.of(MediaFormat.WEBM);
            case MP4 -> Optional.of(MediaFormat.MP4);
            case AMR -> Optional.of(MediaFormat.AMR);
            case AIFF, CAF, AU, RAW -> Optional.empty();
        };
    }

    private static Failure unsupported(String message) {
        return new Failure("unsupported-audio", message);
    }
}
