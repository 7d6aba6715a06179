package io.tapedeck.http;

import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with a request, so that its sender is told at once. */
public final class FieldErrors {
    private static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes that something is wrong with a part of the request. */
    public void add(String field, String message) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(field, message));
        }
    }

    /** Whether nothing is wrong so far. */
    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** @throws ProblemException invalid-request if anything is wrong */
    public void refuse() {
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            var detail = (first.field() + " " + first.message()).strip();
            var more = errors.size() == 1 ? "" : "; see errors for " + (errors.size() - 1) + " more";
            throw new ProblemException(ProblemType.INVALID_REQUEST, detail + more, errors);
        }
    }
}
