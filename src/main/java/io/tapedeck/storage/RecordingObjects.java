package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;

/** All objects of recordings, in whichever store they are. */
public record RecordingObjects(UploadStore uploads, AudioStores audio, DocumentStore documents) {
    public RecordingObjects {
        requireNonNull(uploads);
        requireNonNull(audio);
        requireNonNull(documents);
    }

    /**
     * Deletes whatever there is of a recording, unfinished uploads as well.
     *
     * @return how many objects there were
     */
    public int deleteAll(TenantId tenant, RecordingId recording) {
        return uploads.deleteAll(KeyPrefix.of(ObjectKey.upload(tenant, recording)))
                + uploads.deleteAll(KeyPrefix.of(ObjectKey.adopted(tenant, recording)))
                + audio.deleteAll(KeyPrefix.audio(tenant, recording))
                + documents.deleteAll(KeyPrefix.documents(tenant, recording))
                + documents.deleteAll(KeyPrefix.exports(tenant, recording));
    }

    /** Deletes the audio of a recording that has a name, in whatever format, and all documents about it. */
    public void deleteNamed(TenantId tenant, RecordingId recording, String name) {
        audio.deleteAll(KeyPrefix.audio(tenant, recording).named(name));
        documents.deleteAll(KeyPrefix.documents(tenant, recording).named(name));
    }

    /** Deletes the export of a recording that has a name, and what there is of one that was never finished. */
    public void deleteExport(TenantId tenant, RecordingId recording, String name) {
        documents.deleteAll(KeyPrefix.exports(tenant, recording).named(name));
    }

    /** Deletes some audio, wherever it lies, and its waveform. */
    public void deleteAudio(StoredAudio file) {
        audio.of(file.storage()).deleteAll(KeyPrefix.of(file.key()));
        documents.deleteAll(KeyPrefix.of(file.key().waveform()));
    }
}
