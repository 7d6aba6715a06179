package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
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
                + audio.deleteAll(KeyPrefix.shares(tenant, recording))
                + documents.deleteAll(KeyPrefix.documents(tenant, recording))
                + deleteBulkExports(tenant, recording, Integer.MAX_VALUE)
                + documents.deleteAll(KeyPrefix.exports(tenant, recording));
    }

    /**
     * Deletes the exports of many recordings that this one is in as it was before a redaction.
     *
     * @return how many objects there were
     */
    public int deleteBulkExports(TenantId tenant, RecordingId recording, int redaction) {
        return documents.list(KeyPrefix.exports(tenant, recording)).stream()
                .flatMap(key -> key.notedBefore(redaction).stream())
                .mapToInt(export -> documents.deleteAll(KeyPrefix.export(tenant, export)))
                .sum();
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

    /** Deletes the part of a recording's audio that a share is of, in whatever format, and its waveform. */
    public void deleteClip(TenantId tenant, RecordingId recording, ShareId share) {
        audio.deleteAll(KeyPrefix.shares(tenant, recording).named(share.toString()));
        documents.deleteAll(KeyPrefix.documents(tenant, recording).named(share.toString()));
    }

    /** Deletes some audio, wherever it lies, and its waveform. */
    public void deleteAudio(StoredAudio file) {
        audio.of(file.storage()).deleteAll(KeyPrefix.of(file.key()));
        documents.deleteAll(KeyPrefix.of(file.key().waveform()));
    }
}
