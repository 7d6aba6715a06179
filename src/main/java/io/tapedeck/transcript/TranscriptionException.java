package io.tapedeck.transcript;

import io.tapedeck.problem.Failure;

/** An engine could not hear what is said. */
public final class TranscriptionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public TranscriptionException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Why, for the caller to read. */
    public Failure failure() {
        return failure;
    }
}
