package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Access tokens, each of which is used until shortly before its end. */
final class AccessTokens {
    private static final Duration MARGIN = Duration.ofMinutes(4);

    private final Supplier<Grant> source;
    private final Clock clock;
    private Grant latest;

    /** @param source gives a new one, or throws a {@link StorageException} */
    AccessTokens(Supplier<Grant> source, Clock clock) {
        this.source = requireNonNull(source);
        this.clock = requireNonNull(clock);
    }

    /** One to use now. One that lasts a little longer will do where there is no new one at the moment. */
    synchronized Grant current() {
        if (latest == null || !lasts(latest, Duration.ZERO)) {
            latest = source.get();
        } else if (!lasts(latest, MARGIN)) {
            try {
                latest = source.get();
            } catch (StorageException.Unavailable later) {
                return latest;
            }
        }
        return latest;
    }

    /** Another one than one that is refused. */
    synchronized Grant after(Grant refused) {
        if (refused.equals(latest)) {
            latest = source.get();
        }
        return latest;
    }

    private boolean lasts(Grant grant, Duration longer) {
        return clock.instant().plus(longer).isBefore(grant.end());
    }
}
