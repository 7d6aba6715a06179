package io.tapedeck.page;

import java.util.List;
import java.util.Map;

/**
 * What a template is filled with.
 *
 * @param texts by the names that stand in braces, as they are and not as HTML
 * @param parts by the names of the template's parts: one is written once for each of its values, and not at all where it is missing
 */
record Values(Map<String, String> texts, Map<String, List<Values>> parts) {
    Values {
        texts = Map.copyOf(texts);
        parts = Map.copyOf(parts);
    }

    static Values of(Map<String, String> texts) {
        return new Values(texts, Map.of());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    String text(String name) {
        if (!texts.containsKey(name)) {
            throw new IllegalArgumentException("there is no value for " + name);
        }
        return texts.get(name);
    }
}
