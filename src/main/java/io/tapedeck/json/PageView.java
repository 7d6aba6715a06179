package io.tapedeck.json;

import java.util.List;
import java.util.Optional;

/** A list as the HTTP contract writes it. */
public record PageView<T>(List<T> items, Optional<String> next) {
    public PageView {
        items = List.copyOf(items);
    }

    public static <T> PageView<T> all(List<T> items) {
        return new PageView<>(items, Optional.empty());
    }
}
