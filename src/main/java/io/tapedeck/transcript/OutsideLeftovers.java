package io.tapedeck.transcript;

import io.tapedeck.problem.TemporaryFailureException;

/** What an engine elsewhere keeps for jobs beside their results. */
@FunctionalInterface
public interface OutsideLeftovers {
    /**
     * Removes what is kept for a job; nothing if there is none.
     *
     * @throws TemporaryFailureException if it may go well another time
     */
    void remove(OutsideName job);
}
