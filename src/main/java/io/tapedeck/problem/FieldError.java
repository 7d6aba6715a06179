package io.tapedeck.problem;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a part of a request.
 *
 * @param field JSON pointer into the body, or the name of a query parameter or header
 */
public record FieldError(String field, String message) {
    public FieldError {
        requireNonNull(field);
        requireNonNull(message);
    }
}
