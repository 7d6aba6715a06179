package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioProcessor.Measurement.Unusable;
import io.tapedeck.audio.Plan;
import io.tapedeck.problem.Failure;

/** Why a file holds nothing that can be used. Codes and sentences are for the caller and never quote a tool. */
public enum RejectionReason {
    EMPTY_FILE("empty-file", "The file is empty."),
    UNSUPPORTED_FORMAT(
            "unsupported-format",
            "The file is not in an accepted format (wav, mp3, ogg, m4a, mp4, flac, webm, aiff, caf, amr, au), contains video or"
                    + " an unknown codec, or has neither a header nor a rawFormat in its request."),
    TOO_MANY_CHANNELS(
            "too-many-channels", "The audio has too many channels; the limit is " + Probe.MOST_CHANNELS + "."),
    UNSUPPORTED_SAMPLE_RATE(
            "unsupported-sample-rate",
            "The audio's sample rate must be from " + Probe.LOWEST_RATE + " to " + Probe.HIGHEST_RATE + " Hz."),
    NO_AUDIO("no-audio", "The file contains no audio."),
    UNREADABLE_AUDIO("unreadable-audio", "The file is damaged or incomplete; none of its audio can be decoded."),
    TOO_LONG("too-long", "The audio is too long; the limit is " + Plan.LONGEST.toHours() + " hours.");

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
