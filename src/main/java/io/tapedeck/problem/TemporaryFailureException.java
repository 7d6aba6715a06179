package io.tapedeck.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** Work on a recording could not be done this time, for a reason outside that may pass. */
public final class TemporaryFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param failure why, for the caller to read
     * @param retryAfter when to try again, from now on; empty where whoever failed does not say
     */
    public TemporaryFailureException(Failure failure, Optional<Duration> retryAfter) {
        super(failure.message());
        this.failure = failure;
        this.retryAfter = requireNonNull(retryAfter);
    }

    /** Why, for the caller to read. */
    public Failure failure() {
        return failure;
    }

    /** When to try again, from now on; empty where whoever failed does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
