package io.tapedeck.sharing;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where shares are kept, each beside its recording, to be found by its token as well. */
public interface ShareStore {
    /** Keeps a new one. One that is there already gets this token in place of its own, and stays as it is otherwise. */
    void put(Share share);

    Optional<Share> find(Share.Place place);

    /**
     * Where the share of a token is, or was.
     *
     * @param token SHA-256 of it, lower-case hexadecimal
     */
    Optional<Share.Place> locate(String token);

    /** Oldest first, with those that are over as long as they are kept. */
    List<Share> list(TenantId tenant, RecordingId recording);

    /**
     * Notes what was cut out for one.
     *
     * @return whether it was noted: not for one that is revoked, or over
     */
    boolean clipped(Share.Place place, SharedAudio clip, Instant now);

    /**
     * Has its link open nothing from now on, and the sweep remove what is left of it from then on.
     *
     * @return it as it is then; empty if it is gone
     */
    Optional<Share> revoke(Share.Place place, Instant now);

    /** Removes one altogether. */
    void remove(Share share);

    /** Notes that the sweep has nothing left to do for one that is over. */
    void settle(Share share);
}
