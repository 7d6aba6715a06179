package io.tapedeck.problem;

import java.util.List;

/** A request that cannot be fulfilled, for a reason that its sender should read. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
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
}
