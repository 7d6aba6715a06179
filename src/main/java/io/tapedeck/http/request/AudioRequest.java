package io.tapedeck.http.request;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.http.Fields;

/**
 * What a caller wants done to the audio of a recording.
 *
 * @param asNew whether the result becomes a recording of its own, and the audio stays as it is
 */
public record AudioRequest(AudioTask task, boolean asNew) {
    /**
     * Reads the body of a request for this.
     *
     * @throws IllegalArgumentException if it is nothing that is done to the audio of one recording
     */
    public static AudioRequest read(Action action, Fields fields) {
        var request =
                new AudioRequest(task(action, fields), fields.flag("asNew").orElse(false));
        fields.done();
        return request;
    }

    private static AudioTask task(Action action, Fields fields) {
        return switch (action) {
            case COMPRESS -> CompressionReader.read(fields);
            case CONVERT -> ConversionReader.read(fields);
            case TRIM -> TrimReader.read(fields);
            case ENHANCE_QUALITY -> EnhancementReader.read(fields);
            case INGEST, TRANSCRIBE, ANALYZE, REDACT_PII, MERGE, EXPORT, CLIP, MOVE ->
                throw new IllegalArgumentException(action + " is not done to one recording's audio");
        };
    }
}
