package io.tapedeck.remote;

import io.tapedeck.problem.KnownProblems;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.StorageException;
import java.util.Optional;

/** What callers are told of storages that did not do what was asked of them. */
public final class StorageProblems implements KnownProblems {
    @Override
    public Optional<ProblemException> of(RuntimeException failure) {
        return switch (failure) {
            case StorageException.Unavailable _ ->
                Optional.of(new ProblemException(
                        ProblemType.UNAVAILABLE, "The storage that this lies in does not answer; try again."));
            case StorageException.Refused _ ->
                Optional.of(new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "The storage that this lies in refuses access; GET /v1/storages tells how it is."));
            default -> Optional.empty();
        };
    }
}
