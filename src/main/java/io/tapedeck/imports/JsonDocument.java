package io.tapedeck.imports;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A part of a JSON document of a provider, of which nothing is taken for granted: what is not as expected is not there. */
record JsonDocument(JsonNode node) {
    /** Providers nest the configuration of whole assistants. */
    private static final int MOST_LEVELS = 200;

    private static final int LONGEST_NUMBER = 100;

    /** Nothing is counted in more: neither nanoseconds since 1970 nor money. */
    private static final double GREATEST = 1e20;

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_LEVELS)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }

    /** @throws ProblemException invalid-request if it is no JSON object */
    static JsonDocument read(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return new JsonDocument(object);
            }
        } catch (IOException e) {
            // said below: what cannot be read is none
        }
        throw ProblemException.invalid("", "the body must be a JSON object");
    }

    /** What lies under some names, one in the other; nothing where there is no such thing. */
    JsonDocument at(String... names) {
        var found = node;
        for (var name : names) {
            found = found.path(name);
        }
        return new JsonDocument(found);
    }

    /** A text that is not blank. */
    Optional<String> text(String... names) {
        return Optional.of(at(names).node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }

    /** A number below 10^20, or a text that is one. */
    Optional<BigDecimal> number(String... names) {
        var found = at(names).node;
        if (found.isNumber()) {
            return Optional.of(found)
                    .filter(number -> Math.abs(number.doubleValue()) < GREATEST)
                    .map(JsonNode::decimalValue);
        }
        return Optional.of(found)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?"))
                .map(BigDecimal::new);
    }

    /** A time as ISO 8601 writes it. */
    Optional<Instant> time(String... names) {
        return text(names).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** The items of a list. */
    Stream<JsonDocument> items(String... names) {
        var found = at(names).node;
        return found.isArray()
                ? StreamSupport.stream(found.spliterator(), false).map(JsonDocument::new)
                : Stream.empty();
    }
}
