package io.tapedeck.bulk;

import static java.util.Objects.requireNonNull;

import io.tapedeck.archive.PackedFile;
import io.tapedeck.bulk.Progress.Missing;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Actor;
import java.time.Instant;
import java.util.List;

/**
 * The list of what an export of many recordings holds.
 *
 * @param actor who asked for it
 * @param created when they did
 * @param recordings that are in it
 * @param missing what was asked for and could not be had
 */
public record BulkManifest(
        ExportId export,
        Actor actor,
        Instant created,
        List<RecordingId> recordings,
        List<PackedFile> files,
        List<Missing> missing) {
    /** The name of its file. */
    public static final String NAME = "manifest.json";

    public BulkManifest {
        requireNonNull(export);
        requireNonNull(actor);
        requireNonNull(created);
        recordings = List.copyOf(recordings);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /** That of an export that is through. */
    public static BulkManifest of(BulkExport export, Progress all) {
        return new BulkManifest(
                export.id(),
                export.actor(),
                export.created(),
                all.exported().stream().map(Progress.Exported::recording).toList(),
                all.files(),
                all.missing());
    }
}
