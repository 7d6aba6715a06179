package io.tapedeck.rest;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {
    /** @throws InterruptedException if nobody waits for what comes after it any more */
    void of(Duration time) throws InterruptedException;
}
