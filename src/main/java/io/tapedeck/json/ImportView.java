package io.tapedeck.json;

import io.tapedeck.id.RecordingId;
import java.util.Optional;

/**
 * What became of a callback, as the HTTP contract writes it.
 *
 * @param status accepted or ignored
 * @param recording absent where it tells of none
 */
public record ImportView(String status, Optional<RecordingId> recording) {
    /** Of one that tells of no recording. */
    public static final ImportView IGNORED = new ImportView("ignored", Optional.empty());

    /** Of one that tells of a recording, be it for the first time or not. */
    public static ImportView of(RecordingId recording) {
        return new ImportView("accepted", Optional.of(recording));
    }
}
