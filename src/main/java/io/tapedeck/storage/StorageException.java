package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A storage did not do what was asked of it. The message says why without naming objects, credentials or addresses. */
public abstract sealed class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    /** It is down, slow, or takes no more requests for now: another time it may be otherwise. */
    public static final class Unavailable extends StorageException {
        private static final long serialVersionUID = 1;

        private final transient Optional<Duration> retryAfter;

        /** @param retryAfter when it wants to be asked again, from now on; empty where it does not say */
        public Unavailable(String message, Optional<Duration> retryAfter, Throwable cause) {
            super(message, cause);
            this.retryAfter = requireNonNull(retryAfter);
        }

        public Unavailable(String message, Optional<Duration> retryAfter) {
            this(message, retryAfter, null);
        }

        /** When it wants to be asked again; empty where it does not say. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** It refuses: its bucket is gone, or who asks may not. That stays so until somebody changes its settings. */
    public static final class Refused extends StorageException {
        private static final long serialVersionUID = 1;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }

        public Refused(String message) {
            this(message, null);
        }
    }
}
