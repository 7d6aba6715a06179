package io.tapedeck.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the form of an answer that a caller likes best.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, Accept</a>
 */
public final class Accept {
    private static final int MOST_RANGES = 100;

    private final List<MediaRange> ranges;

    private Accept(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /** What a request says; one that says nothing takes anything. */
    public static Accept of(Request request) {
        return parse(request.header("accept").orElse("*/*"));
    }

    static Accept parse(String header) {
        return new Accept(Arrays.stream(header.split(","))
                .limit(MOST_RANGES)
                .map(MediaRange::parse)
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * The one of some media types that is liked best, the earlier of those that are liked alike. Empty where none is
     * acceptable.
     */
    public Optional<String> best(List<String> types) {
        return types.stream()
                .filter(type -> quality(type) > 0)
                .reduce((best, type) -> quality(type) > quality(best) ? type : best);
    }

    /** Whether something is acceptable; of codings, {@code *} stands for all. */
    boolean takes(String value) {
        return quality(value) > 0;
    }

    /** What the most specific range says of a value. */
    private double quality(String type) {
        return ranges.stream()
                .filter(range -> range.holds(type))
                .max(Comparator.comparingInt(MediaRange::precision).thenComparingDouble(MediaRange::quality))
                .map(MediaRange::quality)
                .orElse(0.0);
    }

    private record MediaRange(String type, double quality) {
        static Optional<MediaRange> parse(String text) {
            var parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            var type = parts[0].strip();
            return type.isEmpty() ? Optional.empty() : Optional.of(new MediaRange(type, quality(parts)));
        }

        private static double quality(String... parts) {
            return Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.replaceAll("\\s", ""))
                    .filter(part -> part.startsWith("q="))
                    .map(part -> part.substring(2))
                    .findFirst()
                    .map(value -> value.matches("[01](\\.[0-9]{0,3})?") ? Math.min(1, Double.parseDouble(value)) : 0)
                    .orElse(1.0);
        }

        boolean holds(String other) {
            return type.equals("*/*")
                    || type.equals("*")
                    || type.equals(other)
                    || type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1));
        }

        int precision() {
            return type.startsWith("*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }
}
