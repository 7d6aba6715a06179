package io.tapedeck.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that cannot be fulfilled, for a reason that its sender should read. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final transient Optional<Duration> retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, type.retryAfter());
    }

    private ProblemException(ProblemType type, String detail, List<FieldError> errors, Optional<Duration> retryAfter) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /**
     * A problem that passes by itself although others of its type do not.
     *
     * @param retryAfter when to try again, whole seconds
     */
    public static ProblemException passing(ProblemType type, String detail, Duration retryAfter) {
        return new ProblemException(type, detail, List.of(), Optional.of(retryAfter));
    }

    /** An invalid request with one thing wrong in it. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, (field + " " + message).strip(), List.of(new FieldError(field, message)));
    }

    public ProblemType type() {
        return type;
    }

    /** What is wrong, part by part; empty unless the request is invalid. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When to try again, whole seconds; empty where that would not help. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
