package io.tapedeck.webhook;

import java.time.Duration;

/** Has errands run by whoever delivers, maybe twice. One that waits may be lost: what is due in a lane is found by the clock. */
public interface Errands {
    /** How long one may wait at most. */
    Duration LONGEST = Duration.ofMinutes(15);

    /**
     * Has one run.
     *
     * @param delay after which, 15 minutes at most
     */
    void send(Errand errand, Duration delay);
}
