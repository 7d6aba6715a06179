package io.tapedeck.remote;

import static java.util.Objects.requireNonNull;

import io.tapedeck.remote.RemoteBucket.Remnant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of trying a storage.
 *
 * @param remnants what keeps there what was deleted
 * @param problem why it cannot be used; absent where it can
 */
public record StorageCheck(Instant at, List<Remnant> remnants, Optional<String> problem) {
    public StorageCheck {
        requireNonNull(at);
        remnants = List.copyOf(remnants);
        requireNonNull(problem);
    }

    public boolean isUsable() {
        return problem.isEmpty();
    }
}
