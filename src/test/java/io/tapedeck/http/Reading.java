package io.tapedeck.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import java.util.List;
import java.util.function.BiFunction;

/** Reads bodies of requests in which {@code '} stands for {@code "}. */
public final class Reading {
    private Reading() {}

    /** What the reader makes of the body. */
    public static <T> T of(String body, BiFunction<Fields, FieldErrors, T> reader) {
        var errors = new FieldErrors();
        var tree = (ObjectNode) new Json().read(body.replace('\'', '"'));
        var read = reader.apply(new Fields(tree, "", errors), errors);
        errors.refuse();
        return read;
    }

    /** What the reader finds wrong with the body. */
    public static List<FieldError> refusal(String body, BiFunction<Fields, FieldErrors, ?> reader) {
        return catchThrowableOfType(ProblemException.class, () -> of(body, reader))
                .errors();
    }
}
