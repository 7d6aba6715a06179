package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.Ulid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A transcript in the store, and what a list says of it.
 *
 * @param id by which callers know it
 * @param document where it lies
 * @param engine that heard it
 * @param model that the engine listened with
 * @param language as BCP 47 has it
 * @param speakers labels of those who have a channel of their own, by channel
 * @param diarized whether speakers were told apart by their voices
 */
public record StoredTranscript(
        String id,
        ObjectKey document,
        String engine,
        Optional<String> model,
        Optional<String> language,
        Map<Integer, String> speakers,
        boolean diarized,
        Instant created) {
    private static final String PREFIX = "trn_";

    public StoredTranscript {
        requireNonNull(id);
        requireNonNull(document);
        requireNonNull(engine);
        requireNonNull(model);
        requireNonNull(language);
        requireNonNull(created);
        speakers = Map.copyOf(speakers);
    }

    /** Whether it is to take the place of another: of one that did not come after this one was asked for. */
    public boolean replaces(Optional<StoredTranscript> other) {
        return other.filter(there -> there.id.compareTo(id) > 0).isEmpty();
    }

    /** The same in a storage; absent for the deployment's own. */
    public StoredTranscript in(Optional<StorageName> storage) {
        return new StoredTranscript(id, document.in(storage), engine, model, language, speakers, diarized, created);
    }

    /** The id of a transcript that has this ULID: {@code trn_} and the ULID. */
    public static String id(Ulid ulid) {
        return PREFIX + ulid;
    }

    /** What its id was made of. */
    public Ulid ulid() {
        return new Ulid(id.substring(PREFIX.length()));
    }
}
