package io.tapedeck.json;

import io.tapedeck.access.ApiKey;
import io.tapedeck.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An ApiKey as the HTTP contract writes it.
 *
 * @param key the secret, only in the answer to its creation
 */
public record KeyView(
        String id,
        String name,
        String tenant,
        List<Scope> scopes,
        Optional<String> key,
        Instant created,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsed) {

    public static KeyView of(ApiKey key, Optional<String> secret) {
        return new KeyView(
                key.id(),
                key.name(),
                key.tenant().value(),
                key.scopes().stream().sorted().toList(),
                secret,
                key.created(),
                key.expiresAt(),
                key.lastUsed());
    }
}
