package io.tapedeck.access;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Instant;

/** Remembers which request was made under an idempotency key, and what it was answered, for 24 hours or longer. */
public interface IdempotencyStore {
    /**
     * Takes the key for a request, by one conditional write.
     *
     * @param key SHA-256 of the caller's key, lower-case hexadecimal
     * @param request SHA-256 of the request
     * @param seed what a new holder's ids are to be made from
     * @param leaseEnd when a holder that has not answered is dead
     */
    Claim claim(TenantId tenant, String key, String request, Ulid seed, Instant now, Instant leaseEnd);

    /** Keeps the answer, sealed, for whoever asks again. */
    void complete(TenantId tenant, String key, byte[] reply);

    /** The same for as long as the answer is wanted; where it has been answered before, that stays as it is. */
    void complete(TenantId tenant, String key, byte[] reply, Instant until);

    /** Lets the key go: the request did nothing and may be made again. */
    void release(TenantId tenant, String key);

    /** Who holds a key. */
    sealed interface Claim {
        /**
         * The asker. After a holder that died, the seed is that holder's: what it may have made is found again.
         */
        record Claimed(Ulid seed) implements Claim {
            public Claimed {
                requireNonNull(seed);
            }
        }

        /** Another one, at this moment. */
        record InProgress() implements Claim {}

        /** It has been answered. */
        record Answered(byte[] reply) implements Claim {
            public Answered {
                requireNonNull(reply);
            }
        }

        /** It was taken for another request. */
        record OtherRequest() implements Claim {}
    }
}
