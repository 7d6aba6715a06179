package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.util.List;
import java.util.Optional;

/** All objects of recordings, in whichever storage they are. */
public record RecordingObjects(UploadStore uploads, AudioStore audio, DocumentStore documents, Placements placements) {
    public RecordingObjects {
        requireNonNull(uploads);
        requireNonNull(audio);
        requireNonNull(documents);
        requireNonNull(placements);
    }

    /**
     * Deletes whatever there is of a recording, unfinished uploads as well.
     *
     * @return how many objects there were
     */
    public int deleteAll(TenantId tenant, RecordingId recording) {
        return uploads.deleteAll(KeyPrefix.of(ObjectKey.upload(tenant, recording)))
                + uploads.deleteAll(KeyPrefix.of(ObjectKey.adopted(tenant, recording)))
                + storages(tenant, recording).stream()
                        .mapToInt(storage -> deleteAll(tenant, recording, storage))
                        .sum()
                + deleteBulkExports(tenant, recording, Integer.MAX_VALUE)
                + documents.deleteAll(KeyPrefix.exports(tenant, recording));
    }

    /**
     * Deletes all that rests in a storage of a recording.
     *
     * @param storage absent for the deployment's own
     * @return how many objects there were
     */
    public int deleteAll(TenantId tenant, RecordingId recording, Optional<StorageName> storage) {
        return audio.deleteAll(KeyPrefix.audio(tenant, recording).in(storage))
                + audio.deleteAll(KeyPrefix.shares(tenant, recording).in(storage))
                + documents.deleteAll(KeyPrefix.documents(tenant, recording).in(storage));
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
        deleteNamed(KeyPrefix.audio(tenant, recording), tenant, recording, name);
    }

    /** Deletes the export of a recording that has a name, and what there is of one that was never finished. */
    public void deleteExport(TenantId tenant, RecordingId recording, String name) {
        documents.deleteAll(KeyPrefix.exports(tenant, recording).named(name));
    }

    /** Deletes the part of a recording's audio that a share is of, in whatever format, and its waveform. */
    public void deleteClip(TenantId tenant, RecordingId recording, ShareId share) {
        deleteNamed(KeyPrefix.shares(tenant, recording), tenant, recording, share.toString());
    }

    /** Deletes some audio, wherever it lies, and its waveform. */
    public void deleteAudio(StoredAudio file) {
        audio.deleteAll(KeyPrefix.of(file.key()));
        documents.deleteAll(KeyPrefix.of(file.key().waveform()));
    }

    private void deleteNamed(KeyPrefix folder, TenantId tenant, RecordingId recording, String name) {
        for (var storage : storages(tenant, recording)) {
            audio.deleteAll(folder.named(name).in(storage));
            documents.deleteAll(
                    KeyPrefix.documents(tenant, recording).named(name).in(storage));
        }
    }

    private List<Optional<StorageName>> storages(TenantId tenant, RecordingId recording) {
        return placements.of(tenant, recording).storages().toList();
    }
}
