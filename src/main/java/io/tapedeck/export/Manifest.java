package io.tapedeck.export;

import static java.util.Objects.requireNonNull;

import io.tapedeck.archive.PackedFile;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The list of what an export of a recording holds, and of whom it is.
 *
 * @param version of the audio
 * @param job that made it
 * @param actor who asked for it
 * @param created when they did
 * @param missing what was asked for and does not exist
 */
public record Manifest(
        RecordingId recording,
        Optional<Integer> version,
        JobId job,
        Actor actor,
        Instant created,
        List<PackedFile> files,
        List<Part> missing) {
    /** The name of its file. */
    public static final String NAME = "manifest.json";

    public Manifest {
        requireNonNull(recording);
        requireNonNull(version);
        requireNonNull(job);
        requireNonNull(actor);
        requireNonNull(created);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }
}
