package io.tapedeck.dynamodb;

import io.tapedeck.recording.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of lists, of which one more is read than asked for: whether there is another page is then known. */
final class Pages {
    private Pages() {}

    /**
     * The first of a list as a page.
     *
     * @param position where the next page begins after an item
     */
    static <T> Page<T> of(Stream<T> list, int limit, Function<T, String> position) {
        List<T> found = list.limit(limit + 1L).toList();
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(position.apply(found.get(limit - 1))));
    }
}
