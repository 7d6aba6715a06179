package io.tapedeck.transcript.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads a JSON document from its beginning to its end and keeps nothing of it. Every problem says by JSON pointer where it
 * is. Properties that are null count as absent.
 */
final class JsonSource implements AutoCloseable {
    /** Words, marks and who said them. */
    private static final int MOST_ITEMS = 4 * HeardWords.MOST;

    private static final int MAX_DEPTH = 32;
    /** The text of as many words as a transcript has at most. */
    private static final int MAX_TEXT = 64 << 20;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final JsonParser parser;
    private int items;

    /** @throws ProblemException invalid-request for what is no JSON object, as all of these methods do */
    JsonSource(byte[] document) {
        this.parser = value(() -> FACTORY.createParser(document));
        next();
    }

    /** @throws ProblemException invalid-request for what is no JSON object, as all of these methods do */
    JsonSource(String document) {
        this.parser = value(() -> FACTORY.createParser(document));
        next();
    }

    /** Reads an object: is told of each of its properties, and reads or skips its value. */
    void object(Consumer<String> property) {
        expect(JsonToken.START_OBJECT, "must be a JSON object");
        while (next() != JsonToken.END_OBJECT) {
            var name = name();
            if (next() != JsonToken.VALUE_NULL) {
                property.accept(name);
            }
        }
    }

    /** Reads a list: is told of each of its items, and reads or skips it. */
    void list(Consumer<Place> item) {
        expect(JsonToken.START_ARRAY, "must be a list");
        var list = place();
        for (int i = 0; next() != JsonToken.END_ARRAY; i++) {
            if (++items > MOST_ITEMS) {
                throw problem("is one too many: the lists can have %d items in all".formatted(MOST_ITEMS));
            }
            item.accept(new Place(list, i));
        }
    }

    String text() {
        expect(JsonToken.VALUE_STRING, "must be a text");
        return value(parser::getText);
    }

    /** A number, or a text that is one, as Amazon writes them. */
    double number() {
        try {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(parser::getDoubleValue);
                case VALUE_STRING -> Double.parseDouble(text());
                default -> throw problem("must be a number");
            };
        } catch (NumberFormatException e) {
            throw problem("must be a number");
        }
    }

    int integer() {
        var number = number();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw problem("must be a whole number");
        }
        return (int) number;
    }

    boolean flag() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw problem("must be true or false");
        };
    }

    /** Whether the value is an object. */
    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether the value is a list. */
    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Goes by the value without a look at it. */
    void skip() {
        value(parser::skipChildren);
    }

    /** JSON pointer of what is being read. */
    String place() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    ProblemException problem(String message) {
        return ProblemException.invalid(place(), message);
    }

    /** @throws ProblemException if anything but white space is left */
    @Override
    public void close() {
        if (next() != null) {
            throw ProblemException.invalid("", "the body must end after the JSON object");
        }
        value(() -> {
            parser.close();
            return parser;
        });
    }

    private String name() {
        return value(parser::currentName);
    }

    private void expect(JsonToken token, String message) {
        if (parser.currentToken() != token) {
            throw problem(message);
        }
    }

    private JsonToken next() {
        return value(parser::nextToken);
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private static <T> T value(Step<T> step) {
        try {
            return step.take();
        } catch (StreamConstraintsException e) {
            throw ProblemException.invalid(
                    "",
                    "the document must have %d levels at most, and numbers of %d digits"
                            .formatted(MAX_DEPTH, MAX_NUMBER_LENGTH));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw ProblemException.invalid(
                    "", "the body is no valid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw ProblemException.invalid("", "the body must be JSON in UTF-8");
        }
    }
}
