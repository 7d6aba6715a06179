package io.tapedeck.redaction.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The texts of a JSON document. */
final class JsonTexts {
    /** Characters of the longest number that is read as one that somebody said. */
    private static final int LONGEST_NUMBER = 40;
    /** Digits below which a number of a property is a count. */
    private static final int LEAST_DIGITS = 4;

    private static final String WORDS = "words";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What the caller or the engine is called, not what was said. */
    private static final Set<String> NOT_SAID = Set.of(
            "id",
            "recording",
            "status",
            "engine",
            "model",
            "language",
            "speaker",
            "role",
            "by",
            "of",
            "name",
            "phrase");

    private final byte[] document;

    JsonTexts(byte[] document) {
        this.document = document;
    }

    /** Pointers of texts that were said and are of a kind. Words one by one are left out: their segment's text has them all. */
    List<String> saidWhere(Predicate<String> isOfKind) {
        return pointers(json -> {
            if (json.currentToken() == JsonToken.START_ARRAY && WORDS.equals(json.currentName())) {
                json.skipChildren();
            }
            return json.currentToken() == JsonToken.VALUE_STRING
                    && !NOT_SAID.contains(String.valueOf(json.currentName()))
                    && isOfKind.test(json.getText());
        });
    }

    /** Pointers of texts, whole numbers and properties whose names are of a kind. */
    List<String> where(Predicate<String> isOfKind) {
        return pointers(json -> switch (json.currentToken()) {
            case VALUE_STRING, FIELD_NAME -> isOfKind.test(json.getText());
            case VALUE_NUMBER_INT -> {
                var number = json.getText();
                yield number.length() >= LEAST_DIGITS && number.length() <= LONGEST_NUMBER && isOfKind.test(number);
            }
            default -> false;
        });
    }

    private List<String> pointers(Check check) {
        var pointers = new LinkedHashSet<String>();
        try (var json = FACTORY.createParser(document)) {
            while (json.nextToken() != null) {
                if (check.test(json)) {
                    pointers.add(json.getParsingContext().pathAsPointer().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(pointers);
    }

    private interface Check {
        boolean test(JsonParser json) throws IOException;
    }
}
