package io.tapedeck.concurrency;

import java.time.Duration;
import java.util.Optional;

/** When the invocation under way has to be over. Whoever waits for something asks it how long that is possible. */
@FunctionalInterface
public interface Deadline {
    /** Nobody ends what is under way. */
    Deadline NONE = Optional::empty;

    /** What is kept of an invocation's time to answer in. */
    Duration MARGIN = Duration.ofMillis(1500);

    /** What is left of the invocation's time, which may be nothing; empty where nobody ends it. */
    Optional<Duration> left();

    /** The patience, or less where the invocation would not live to answer afterwards. */
    default Duration within(Duration patience) {
        return left().map(left -> left.minus(MARGIN))
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .filter(left -> left.compareTo(patience) < 0)
                .orElse(patience);
    }
}
