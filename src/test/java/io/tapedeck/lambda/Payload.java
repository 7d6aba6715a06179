package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Events as AWS sends them, kept whole in {@code src/test/resources/lambda}. */
final class Payload {
    private static final Path FOLDER = Path.of("src", "test", "resources", "lambda");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Payload() {}

    static ObjectNode read(String name) {
        return read(name, Map.of());
    }

    /** The event of that name with words of it replaced. */
    static ObjectNode read(String name, Map<String, String> replacements) {
        try {
            var text = Files.readString(FOLDER.resolve(name + ".json"));
            for (var replacement : replacements.entrySet()) {
                text = text.replace(replacement.getKey(), replacement.getValue());
            }
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
