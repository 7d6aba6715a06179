package io.tapedeck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a request. */
public record Body(byte[] bytes, Json json) {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^;\"\\s]+)");

    static Body of(String text, boolean isBase64, Json json) {
        if (text == null) {
            return new Body(new byte[0], json);
        }
        return new Body(isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8), json);
    }

    /** What a Content-Type says without its parameters, in lower case. */
    static Optional<String> type(Optional<String> contentType) {
        return contentType.map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** A part of it. */
    Body of(byte[] part) {
        return new Body(part, json);
    }

    /** @throws ProblemException invalid-request if it is empty */
    Body required() {
        if (bytes.length == 0) {
            throw ProblemException.invalid("", "a body is required");
        }
        return this;
    }

    /**
     * The body as a JSON object; one without properties if it is empty.
     *
     * @param largest bytes
     * @throws ProblemException too-large, unsupported-media-type, invalid-request
     */
    ObjectNode object(Optional<String> contentType, int largest, String... accepted) {
        checkSize(largest);
        if (bytes.length == 0) {
            return Fields.nothing();
        }
        checkType(contentType, List.of(accepted));
        if (!(parse(decode()) instanceof ObjectNode object)) {
            throw ProblemException.invalid("", "the body must be a JSON object");
        }
        return object;
    }

    /**
     * The body as XML, as it was sent.
     *
     * @param largest bytes
     * @throws ProblemException too-large, unsupported-media-type, invalid-request
     */
    String xml(Optional<String> contentType, int largest, String... accepted) {
        checkSize(largest);
        checkType(contentType, List.of(accepted));
        return decode();
    }

    /**
     * The body as a form, as it was sent.
     *
     * @param largest bytes
     * @throws ProblemException too-large, invalid-request
     */
    String form(int largest) {
        checkSize(largest);
        return decode();
    }

    /** @throws ProblemException too-large */
    void checkSize(int largest) {
        if (bytes.length > largest) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "The body has %d bytes; the limit is %d.".formatted(bytes.length, largest));
        }
    }

    private static void checkType(Optional<String> contentType, List<String> accepted) {
        var type = type(contentType);
        var charset = contentType.map(CHARSET::matcher).filter(Matcher::find).map(match -> match.group(1));
        if (type.filter(text -> !accepted.contains(text)).isPresent()
                || charset.filter(name -> !name.equalsIgnoreCase("utf-8")).isPresent()) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be " + String.join(" or ", accepted) + " in UTF-8, and Content-Type must say so.");
        }
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("", "the body is not valid UTF-8");
        }
    }

    private JsonNode parse(String text) {
        try {
            var tree = json.mapper().readTree(text);
            checkCharacters(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw malformed(Optional.ofNullable(e.getLocation())
                    .map(place -> " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()))
                    .orElse(""));
        } catch (NumberFormatException e) {
            // an exponent of more digits than a number can have
            throw malformed("");
        }
    }

    private static ProblemException malformed(String where) {
        return ProblemException.invalid(
                "",
                "the body is invalid JSON" + where
                        + ": it must be well-formed, without duplicate names and at most 32 levels deep");
    }

    /** Half of a surrogate pair can be escaped in JSON but is no character, and could not be stored. */
    private static void checkCharacters(JsonNode node) {
        if (node.isTextual()) {
            checkCharacters(node.textValue());
        }
        node.fieldNames().forEachRemaining(Body::checkCharacters);
        node.forEach(Body::checkCharacters);
    }

    private static void checkCharacters(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw ProblemException.invalid("", "a string in the body contains an unpaired surrogate");
        }
    }
}
