package io.tapedeck.bulk;

import static java.util.Objects.requireNonNull;

import io.tapedeck.archive.Checkpoint;
import io.tapedeck.archive.PackedFile;
import io.tapedeck.id.RecordingId;
import java.util.List;
import java.util.Optional;

/**
 * How far an export of many recordings has come.
 *
 * @param selected all that are to be exported
 * @param done how many of them were looked at
 * @param exported those that are in the file
 * @param missing what could not be had
 * @param files what was written of them
 * @param archive enough to go on with the file; absent before it is begun and once it is whole
 */
public record Progress(
        List<RecordingId> selected,
        int done,
        List<Exported> exported,
        List<Missing> missing,
        List<PackedFile> files,
        Optional<Checkpoint> archive) {
    public Progress {
        selected = List.copyOf(selected);
        exported = List.copyOf(exported);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
        requireNonNull(archive);
    }

    /** Nothing of these recordings is exported yet. */
    public static Progress of(List<RecordingId> selected) {
        return new Progress(selected, 0, List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * A recording in the file.
     *
     * @param since its last redaction then, 0 where there was none
     */
    public record Exported(RecordingId recording, int since) {
        public Exported {
            requireNonNull(recording);
        }
    }

    /** What could not be had: a recording, or a part of one. */
    public record Missing(RecordingId recording, Optional<String> part, String reason) {
        public Missing {
            requireNonNull(recording);
            requireNonNull(part);
            requireNonNull(reason);
        }
    }
}
