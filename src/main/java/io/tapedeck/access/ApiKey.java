package io.tapedeck.access;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key to the API. Its secret is not kept.
 *
 * @param id {@code key_} and a ULID
 * @param hash SHA-256 of the secret, lower-case hexadecimal
 * @param lastUsed to within five minutes
 */
public record ApiKey(
        String id,
        TenantId tenant,
        String name,
        Set<Scope> scopes,
        String hash,
        Instant created,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsed) {

    private static final String PREFIX = "key_";

    public ApiKey {
        requireNonNull(id);
        requireNonNull(tenant);
        requireNonNull(name);
        requireNonNull(hash);
        requireNonNull(created);
        requireNonNull(expiresAt);
        requireNonNull(lastUsed);
        scopes = Set.copyOf(scopes);
    }

    /** Whether a text can be the id of a key. */
    public static boolean isId(String text) {
        return text.startsWith(PREFIX)
                && Ulid.parse(text.substring(PREFIX.length())).isPresent();
    }

    /** Whether it still opens anything. */
    public boolean isValid(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }
}
