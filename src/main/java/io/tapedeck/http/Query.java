package io.tapedeck.http;

import io.tapedeck.id.Seconds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The query parameters of a request. What is wrong with them is noted under their names. */
public final class Query {
    private final String raw;
    private final Map<String, List<String>> values;
    private final FieldErrors errors;

    private Query(String raw, Map<String, List<String>> values, FieldErrors errors) {
        this.raw = raw;
        this.values = values;
        this.errors = errors;
    }

    /** Reads a query string as it was sent. */
    static Query parse(String raw, FieldErrors errors) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                values.computeIfAbsent(decode(parts[0], errors), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decode(parts[1], errors));
            }
        }
        return new Query(raw, values, errors);
    }

    /** The query string as it was sent; empty where there is none. */
    public String raw() {
        return raw;
    }

    /** A text, given once. */
    public Optional<String> text(String name) {
        var given = texts(name);
        if (given.size() > 1) {
            errors.add(name, "must be given once");
        }
        return given.stream().findFirst();
    }

    /** A text of limited length, in characters of Unicode, given once. */
    public Optional<String> text(String name, int longest) {
        var text = text(name);
        if (text.filter(t -> t.codePointCount(0, t.length()) > longest).isPresent()) {
            errors.add(name, "must have at most " + longest + " characters");
        }
        return text;
    }

    /** The texts of a parameter that may be repeated. */
    public List<String> texts(String name, int most) {
        var given = texts(name);
        if (given.size() > most) {
            errors.add(name, "must be given at most " + most + " times");
        }
        return given;
    }

    /** A whole number in a range. */
    public Optional<Long> integer(String name, long least, long most) {
        var text = text(name);
        var number = text.filter(t -> t.matches("-?[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(n -> n >= least && n <= most);
        if (text.isPresent() && number.isEmpty()) {
            errors.add(name, "must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** A point in time up to the year 9999, in whole seconds since 1970. */
    public Optional<Instant> time(String name) {
        return integer(name, 0, Seconds.LAST.getEpochSecond()).map(Instant::ofEpochSecond);
    }

    /** True or false. */
    public boolean flag(String name) {
        var text = text(name);
        if (text.filter(t -> !t.equals("true") && !t.equals("false")).isPresent()) {
            errors.add(name, "must be true or false");
        }
        return text.filter("true"::equals).isPresent();
    }

    /** One of some constants, by the name that they have outside. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> constants) {
        var text = text(name);
        var found = text.flatMap(t -> Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.toString().equals(t))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            errors.add(name, "must be one of " + Fields.names(List.of(constants.getEnumConstants())));
        }
        return found;
    }

    private List<String> texts(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Refuses parameters other than these, and whatever was found wrong so far. */
    public void only(String... names) {
        var known = Set.of(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(
                        name,
                        known.isEmpty()
                                ? "is unknown; there are no parameters"
                                : "is unknown; the parameters are " + list(names)));
        errors.refuse();
    }

    private static String list(String... names) {
        return Arrays.stream(names).sorted().collect(Collectors.joining(", "));
    }

    private static String decode(String text, FieldErrors errors) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            errors.add("", "the query string has an invalid percent-encoding");
            return "";
        }
    }
}
