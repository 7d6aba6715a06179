package io.tapedeck.work;

import io.tapedeck.archive.Archive;
import io.tapedeck.archive.PartStream;
import io.tapedeck.audio.Export;
import io.tapedeck.export.Contents;
import io.tapedeck.export.Manifest;
import io.tapedeck.export.Packed;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.export.RecordingExport.Preparation;
import io.tapedeck.id.Sha256;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.MultipartStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Packs a recording into one ZIP, which is written to the store as it is made. */
public final class Exporting implements Work<Export> {
    private static final String ZIP = "application/zip";
    private static final double PREPARED = 0.5;

    private final Recordings recordings;
    private final RecordingExport export;
    private final MultipartStore store;

    public Exporting(Recordings recordings, RecordingExport export, MultipartStore store) {
        this.recordings = recordings;
        this.export = export;
        this.store = store;
    }

    @Override
    public Outcome perform(Export task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        return switch (export.prepare(recording, task, folder, part -> progress.accept(part * PREPARED))) {
            case Preparation.Impossible(var failure) -> new Outcome.Impossible(failure);
            case Preparation.Ready(var contents) ->
                write(contents, task, recording, job, part -> progress.accept(PREPARED + part * (1 - PREPARED)));
        };
    }

    private Outcome write(Contents contents, Export task, CallRecording recording, Job job, DoubleConsumer progress)
            throws IOException {
        var object = PartStream.begin(store, job.export(), ZIP, encryptionKey(recording));
        try {
            var hashed = new DigestOutputStream(object, Sha256.digest());
            var packed = pack(contents, recording, job, new Archive(hashed), progress);
            object.complete();
            return new Outcome.Exported(new Export.Result(
                    recording.audio().map(AudioVersion::number),
                    recording.history().redaction(),
                    object.size(),
                    Sha256.hex(hashed.getMessageDigest()),
                    packed.files().size() + 1,
                    packed.missing().stream().map(Export.Part::toString).toList(),
                    recordings.now().plusSeconds(task.expiresIn())));
        } catch (IOException | RuntimeException e) {
            abort(object, e);
            throw e;
        }
    }

    private Packed pack(Contents contents, CallRecording recording, Job job, Archive archive, DoubleConsumer progress)
            throws IOException {
        var packed = contents.write(archive, "", progress);
        var manifest = new Manifest(
                recording.id(),
                recording.audio().map(AudioVersion::number),
                job.id(),
                job.actor(),
                job.created(),
                packed.files(),
                packed.missing());
        archive.add(Manifest.NAME, recording.history().created(), export.written(manifest));
        archive.finish();
        return packed;
    }

    /** What is left of it where that fails goes with what else the attempt has left. */
    private static void abort(PartStream object, Exception cause) {
        try {
            object.abort();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** The audio's own: what is made of it is kept as it is. */
    private static Optional<String> encryptionKey(CallRecording recording) {
        return recording.audio().flatMap(audio -> audio.file().encryption()).flatMap(Encryption::key);
    }
}
