package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import io.tapedeck.concurrency.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Tries up to five times what may come off another time, with pauses that double and are cut short by chance, or that last as long as
 * the other side asks for. A pause that nobody would wait for is the end.
 */
public record Attempts(Patience patience, Waiting waiting) {
    private static final int MOST = 5;

    public Attempts {
        requireNonNull(patience);
        requireNonNull(waiting);
    }

    /**
     * What waiting goes by.
     *
     * @param chance from 0 to 1, anew each time
     */
    public record Waiting(Clock clock, Deadline deadline, Pause pause, DoubleSupplier chance) {
        public Waiting {
            requireNonNull(clock);
            requireNonNull(deadline);
            requireNonNull(pause);
            requireNonNull(chance);
        }

        /** As time goes by. */
        public static Waiting by(Clock clock, Deadline deadline) {
            return new Waiting(
                    clock,
                    deadline,
                    Thread::sleep,
                    () -> ThreadLocalRandom.current().nextDouble());
        }
    }

    /** When whoever begins now has to be done. */
    public Instant end() {
        return waiting.clock().instant().plus(waiting.deadline().within(patience.total()));
    }

    /**
     * The first outcome that is final, or the last of those that are not.
     *
     * @param end after which nobody waits any more
     * @return empty if there was no time for any, or whoever waited was stopped
     */
    public <T> Optional<Outcome<T>> first(Attempt<T> attempt, Instant end) {
        try {
            for (int number = 1; left(end).isPositive(); number++) {
                var outcome = attempt.within(shorter(patience.attempt(), left(end)));
                if (!(outcome instanceof Outcome.Busy<T> busy)) {
                    return Optional.of(outcome);
                }
                var pause = pause(number, busy);
                if (number == MOST || pause.compareTo(left(end)) >= 0) {
                    return Optional.of(outcome);
                }
                waiting.pause().of(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Duration pause(int attempt, Outcome.Busy<?> busy) {
        var longest = patience.pause().multipliedBy(1L << (attempt - 1));
        var pause =
                Duration.ofNanos((long) (longest.toNanos() * waiting.chance().getAsDouble()));
        return busy.retryAfter().filter(wanted -> wanted.compareTo(pause) > 0).orElse(pause);
    }

    private Duration left(Instant end) {
        return Duration.between(waiting.clock().instant(), end);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What may come off another time. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** @throws InterruptedException if nobody waits for it any more */
        Outcome<T> within(Duration patience) throws InterruptedException;
    }

    /** What comes of one attempt. */
    public sealed interface Outcome<T> {
        /** It would be the same another time. */
        record Final<T>(T value) implements Outcome<T> {}

        /**
         * It may be another another time.
         *
         * @param retryAfter when the other side wants to be asked again, from now on; empty where it does not say
         */
        record Busy<T>(Optional<Duration> retryAfter) implements Outcome<T> {}
    }
}
