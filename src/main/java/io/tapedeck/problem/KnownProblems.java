package io.tapedeck.problem;

import java.util.Optional;

/** Which failures of what the service is built on are problems that callers are told of, and not faults of the service. */
@FunctionalInterface
public interface KnownProblems {
    /** The problem that a failure is; empty for one that nobody expected. */
    Optional<ProblemException> of(RuntimeException failure);
}
