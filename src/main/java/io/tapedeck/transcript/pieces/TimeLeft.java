package io.tapedeck.transcript.pieces;

import java.time.Duration;
import java.util.Optional;

/** How long whoever waits for a transcript can still wait. It is asked by their own thread. */
@FunctionalInterface
public interface TimeLeft {
    /** What is left, which may be nothing; empty where nobody ends it. */
    Optional<Duration> left();
}
