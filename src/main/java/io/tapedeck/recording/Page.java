package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param next where the next page starts; absent on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        requireNonNull(next);
        items = List.copyOf(items);
    }
}
