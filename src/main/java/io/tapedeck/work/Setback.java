package io.tapedeck.work;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.StorageException;
import java.time.Duration;
import java.util.Optional;

/**
 * Why an attempt at a job came to nothing, where another may go well.
 *
 * @param mostAttempts after which there is no other
 * @param wanted how long to wait at least, as whoever is waited for says
 */
record Setback(Failure reason, int mostAttempts, Optional<Duration> wanted) {
    /**
     * With pauses of a minute, two, and so on up to an hour, these take some thirty hours: uploads are kept for longer, and somebody
     * may put the storage or its settings right.
     */
    private static final int STORAGE_ATTEMPTS = 60;

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Failure FAILED_HERE =
            new Failure("processing-failed", "The audio could not be processed because of an internal error.");

    Setback {
        requireNonNull(reason);
        requireNonNull(wanted);
    }

    static Setback of(RuntimeException cause) {
        return switch (cause) {
            case TemporaryFailureException temporary ->
                new Setback(temporary.failure(), Job.MAX_ATTEMPTS, temporary.retryAfter());
            case StorageException.Unavailable down ->
                new Setback(new Failure("storage-unavailable", down.getMessage()), STORAGE_ATTEMPTS, down.retryAfter());
            case StorageException.Refused refused ->
                new Setback(new Failure("storage-refused", refused.getMessage()), STORAGE_ATTEMPTS, Optional.empty());
            default -> new Setback(FAILED_HERE, Job.MAX_ATTEMPTS, Optional.empty());
        };
    }

    /** Whether it is no fault of this program. */
    boolean isExpected() {
        return reason != FAILED_HERE;
    }

    /** A minute after the first, then two, and so on, or what is asked for; an hour at the longest. */
    Duration pauseAfter(int attempts) {
        var pause = PAUSE.multipliedBy(attempts);
        var longer = wanted.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
