package io.tapedeck.process;

import static java.util.Objects.requireNonNull;

/** A program could not be run to its end, for a reason that need not lie in what it was to do. */
public final class ToolFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why a program came to no end of its own. */
    public enum Reason {
        MISSING,
        TOO_SLOW,
        OUT_OF_MEMORY,
        OUT_OF_DISK,
        WROTE_TOO_MUCH,
        KILLED,
        UNREADABLE,
        INTERRUPTED
    }

    private final Reason reason;

    ToolFailedException(Reason reason, String message) {
        this(reason, message, null);
    }

    ToolFailedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
