package io.tapedeck.transcript;

import io.tapedeck.id.Ulid;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredTranscript;
import java.time.Instant;
import java.util.Optional;

/** Where transcripts are kept, as documents that are written once. */
public interface TranscriptStore {
    /**
     * Keeps a transcript.
     *
     * @param id of its own
     * @param document where it is to lie
     */
    StoredTranscript put(Ulid id, ObjectKey document, Transcript transcript, Instant now);

    /** Destroys one that another has taken the place of. */
    void delete(StoredTranscript stored);

    /**
     * The transcript; empty if it is gone.
     *
     * @param duration of the audio, seconds
     */
    Optional<Transcript> find(StoredTranscript stored, double duration);
}
