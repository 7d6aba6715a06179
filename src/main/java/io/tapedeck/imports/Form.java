package io.tapedeck.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a callback that is a form, or a JSON object with the same names.
 *
 * @param values by name, in their order
 */
record Form(Map<String, List<String>> values) {
    /** @throws ProblemException invalid-request if it says that it is JSON, and is no object */
    static Form of(Callback callback) {
        return callback.header("content-type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                        .isPresent()
                ? ofJson(JsonDocument.read(callback.body()))
                : ofText(callback.text());
    }

    /** That of a form as it is sent. */
    static Form ofText(String text) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return new Form(values);
    }

    private static Form ofJson(JsonDocument document) {
        var values = new LinkedHashMap<String, List<String>>();
        document.node().properties().stream()
                .filter(property -> property.getValue().isValueNode())
                .forEach(property -> values.put(property.getKey(), List.of(text(property.getValue()))));
        return new Form(values);
    }

    /** A parameter that is not blank. */
    Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    /** What cannot be decoded stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
