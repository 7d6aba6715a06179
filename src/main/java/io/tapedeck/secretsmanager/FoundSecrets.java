package io.tapedeck.secretsmanager;

import static java.util.Objects.requireNonNull;

import io.tapedeck.secret.SecretName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets that were found within the last minute. */
final class FoundSecrets {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<SecretName, Found> found = new HashMap<>();

    FoundSecrets(Clock clock) {
        this.clock = requireNonNull(clock);
    }

    private record Found(String secret, Instant end) {
        @Override
        public String toString() {
            return "Found[until " + end + "]";
        }
    }

    synchronized void add(SecretName name, String secret) {
        found.put(name, new Found(secret, clock.instant().plus(MINUTE)));
    }

    synchronized Optional<String> find(SecretName name) {
        found.values().removeIf(secret -> !clock.instant().isBefore(secret.end()));
        return Optional.ofNullable(found.get(name)).map(Found::secret);
    }

    synchronized void remove(SecretName name) {
        found.remove(name);
    }
}
