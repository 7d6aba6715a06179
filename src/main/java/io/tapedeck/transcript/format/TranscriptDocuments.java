package io.tapedeck.transcript.format;

import io.tapedeck.id.Ulid;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.Gzip;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.time.Instant;
import java.util.Optional;

/** Transcripts as compressed documents of our own JSON. */
public final class TranscriptDocuments implements TranscriptStore {
    private final DocumentStore store;

    public TranscriptDocuments(DocumentStore store) {
        this.store = store;
    }

    @Override
    public StoredTranscript put(Ulid id, ObjectKey document, Transcript transcript, Instant now) {
        store.put(document, Gzip.compressed(TranscriptForm.JSON.write(transcript)), Gzip.MEDIA_TYPE);
        var origin = transcript.origin();
        return new StoredTranscript(
                StoredTranscript.id(id),
                document,
                origin.engine(),
                origin.model(),
                origin.language(),
                transcript.labels(),
                transcript.isDiarized(),
                now);
    }

    @Override
    public void delete(StoredTranscript stored) {
        store.deleteAll(KeyPrefix.of(stored.document()));
    }

    @Override
    public Optional<Transcript> find(StoredTranscript stored, double duration) {
        return store.read(stored.document()).map(document -> Transcripts.stored(Gzip.restored(document), duration));
    }
}
