package io.tapedeck.redaction.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds values in spoken texts: in time that grows with the text, and hardly with the values. */
final class ValueIndex {
    /** Digits from which a number is long. */
    static final int LONG = 7;
    /** Characters of the shortest text. */
    static final int SHORTEST = 3;

    private final Map<String, List<Part>> numbers = new HashMap<>();
    private final Map<String, Value> shortNumbers = new HashMap<>();
    private final Map<String, List<Value>> texts = new HashMap<>();

    ValueIndex(Collection<Value> values) {
        values.forEach(this::add);
    }

    private void add(Value value) {
        var symbols = value.symbols();
        switch (value.form()) {
            case SHORT_NUMBER -> shortNumbers.putIfAbsent(symbols, value);
            case TEXT ->
                texts.computeIfAbsent(symbols.substring(0, SHORTEST), each -> new ArrayList<>())
                        .add(value);
            case LONG_NUMBER -> {
                for (int i = 0; i + LONG <= symbols.length(); i++) {
                    numbers.computeIfAbsent(symbols.substring(i, i + LONG), each -> new ArrayList<>())
                            .add(new Part(value, i));
                }
            }
        }
    }

    /** Where a text says a value, however often. */
    List<Hit> search(SpokenText text) {
        var hits = new ArrayList<Hit>();
        for (int from = 0; from < text.length(); from++) {
            if (text.isDigit(from) && (from == 0 || !text.isDigit(from - 1))) {
                searchNumber(text, from, numberEnd(text, from), hits::add);
            }
            if (text.isEdge(from)) {
                searchTexts(text, from, hits::add);
            }
        }
        return hits;
    }

    private void searchNumber(SpokenText text, int from, int to, Consumer<Hit> hits) {
        if (to - from < LONG) {
            var value = shortNumbers.get(text.symbols().substring(from, to));
            if (value != null && text.isPlain(from, to)) {
                hits.accept(new Hit(value, from, to));
            }
            return;
        }
        for (int i = from; i + LONG <= to; i++) {
            for (var part : numbers.getOrDefault(text.symbols().substring(i, i + LONG), List.of())) {
                var length = Math.min(to - i, part.rest());
                var isWhole = part.offset == 0 && length == part.rest();
                var isPart = i == from && length == to - i;
                if ((isWhole || isPart) && part.isAt(text, i, length)) {
                    hits.accept(new Hit(part.value, i, i + length));
                }
            }
        }
    }

    private void searchTexts(SpokenText text, int from, Consumer<Hit> hits) {
        if (from + SHORTEST > text.length()) {
            return;
        }
        for (var value : texts.getOrDefault(text.symbols().substring(from, from + SHORTEST), List.of())) {
            var to = from + value.symbols().length();
            if (to <= text.length() && text.isEnd(to) && text.symbols().startsWith(value.symbols(), from)) {
                hits.accept(new Hit(value, from, to));
            }
        }
    }

    private static int numberEnd(SpokenText text, int from) {
        var end = from;
        while (end < text.length() && text.isDigit(end)) {
            end++;
        }
        return end;
    }

    /**
     * A value in a text.
     *
     * @param from its first symbol
     * @param to after its last
     */
    record Hit(Value value, int from, int to) {}

    /** The rest of a long number from a place on. */
    private record Part(Value value, int offset) {
        int rest() {
            return value.symbols().length() - offset;
        }

        boolean isAt(SpokenText text, int place, int length) {
            return text.symbols().regionMatches(place, value.symbols(), offset, length);
        }
    }
}
