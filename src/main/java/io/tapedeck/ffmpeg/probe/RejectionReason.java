package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioProcessor.Measurement.Unusable;
import io.tapedeck.problem.Failure;

/** Why a file holds nothing that can be used. Codes and sentences are for the caller and never quote a tool. */
public enum RejectionReason {
    EMPTY_FILE("empty-file", "The file is empty."),
    UNSUPPORTED_FORMAT(
            "unsupported-format",
            "The file is none of the accepted kinds of audio (wav, mp3, ogg, m4a, mp4, flac, webm, aiff, caf, amr, au), holds video or"
                    + " an unknown codec, or has no header and no rawFormat that says how it is coded."),
    TOO_MANY_CHANNELS(
            "too-many-channels", "The audio has more channels than the " + Probe.MOST_CHANNELS + " accepted."),
    UNSUPPORTED_SAMPLE_RATE(
            "unsupported-sample-rate",
            "The audio's sample rate is not between " + Probe.LOWEST_RATE + " and " + Probe.HIGHEST_RATE + " Hz."),
    NO_AUDIO("no-audio", "The file holds no audio."),
    UNREADABLE_AUDIO(
            "unreadable-audio", "The file is damaged or incomplete, so that none of its audio can be decoded."),
    TOO_LONG("too-long", "The audio is longer than what is accepted.");

    private final Failure failure;

    RejectionReason(String code, String message) {
        failure = new Failure(code, message);
    }

    public Failure failure() {
        return failure;
    }

    public Unusable measurement() {
        return new Unusable(failure);
    }
}
