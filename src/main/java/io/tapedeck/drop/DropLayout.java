package io.tapedeck.drop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keys of one kind look like: texts and fields in turn. One that ends in {@code .json} is of transcripts, any other of audio. A field ends where the text after it first occurs, so that a key
 * is read once from its beginning to its end, whatever is in it.
 */
final class DropLayout {
    private static final String BEGINNING = "uploads/{tenant}/";
    private static final String TRANSCRIPT = ".json";
    private static final int LONGEST = 256;
    private static final Set<DropField> DAY_AND_MINUTE =
            EnumSet.of(DropField.YEAR, DropField.MONTH, DropField.DAY, DropField.HOUR, DropField.MINUTE);

    private final List<Part> parts;
    private final boolean transcript;

    private DropLayout(List<Part> parts, boolean transcript) {
        this.parts = parts;
        this.transcript = transcript;
    }

    /** @throws IllegalArgumentException saying what is wrong with it and what would be right */
    static DropLayout parse(String pattern) {
        check(pattern.startsWith(BEGINNING), pattern, "must begin with " + BEGINNING);
        var parts = parts(pattern);
        checkEnds(pattern, parts);
        var told = told(pattern, parts);
        check(
                !told.isEmpty(),
                pattern,
                "must have one of %s besides {*} after %s".formatted(DropField.all(), BEGINNING));
        var isTranscript = pattern.endsWith(TRANSCRIPT);
        check(
                !isTranscript || told.contains(DropField.CALL),
                pattern,
                "must have {call}, by which a transcript finds its recording");
        return new DropLayout(parts, isTranscript);
    }

    private static List<Part> parts(String pattern) {
        var parts = new ArrayList<Part>();
        var rest = pattern.substring(BEGINNING.length());
        while (!rest.isEmpty()) {
            var part = next(pattern, rest);
            parts.add(part);
            rest = rest.substring(part.written());
        }
        return List.copyOf(parts);
    }

    private static void checkEnds(String pattern, List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            var before = parts.get(i - 1);
            var part = parts.get(i);
            check(
                    !before.isOpen() || part.field().isEmpty(),
                    pattern,
                    "must have a text between %s and %s, to tell where the first ends".formatted(before, part));
        }
    }

    /** The fields that tell something. */
    private static Set<DropField> told(String pattern, List<Part> parts) {
        var told = EnumSet.noneOf(DropField.class);
        for (var part : parts) {
            part.field()
                    .filter(field -> field != DropField.ANY)
                    .ifPresent(field -> check(
                            told.add(field), pattern, "has %s twice; write {*} for one of them".formatted(field)));
        }
        return told;
    }

    private static Part next(String pattern, String rest) {
        var brace = rest.indexOf('{');
        var text = brace < 0 ? rest : rest.substring(0, brace);
        check(text.indexOf('}') < 0, pattern, "has a } without a { before it");
        if (!text.isEmpty()) {
            return new Part(text, Optional.empty());
        }
        var end = rest.indexOf('}');
        check(end >= 0, pattern, "has a { without a } after it");
        var name = rest.substring(1, end);
        return new Part(
                "",
                Optional.of(DropField.named(name)
                        .orElseThrow(() -> wrong(
                                pattern,
                                "has the unknown field {%s}; it must be one of %s".formatted(name, DropField.all())))));
    }

    private static void check(boolean isRight, String pattern, String why) {
        if (!isRight) {
            throw wrong(pattern, why);
        }
    }

    private static IllegalArgumentException wrong(String pattern, String why) {
        return new IllegalArgumentException("DROP_LAYOUTS: %s %s".formatted(pattern, why));
    }

    /**
     * What a key of this layout tells.
     *
     * @param name of the file after the tenant's prefix
     * @return empty for another layout
     */
    Optional<DroppedCall> read(String name) {
        var fields = new EnumMap<DropField, String>(DropField.class);
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var end = part.isOpen() ? end(name, at, i) : at + part.width();
            if (end < at || end > name.length() || !part.allows(name.substring(at, end))) {
                return Optional.empty();
            }
            var text = name.substring(at, end);
            part.field().ifPresent(field -> fields.put(field, text));
            at = end;
        }
        return at == name.length() ? call(fields) : Optional.empty();
    }

    /** Where an open field ends; -1 if what follows it is not there. */
    private int end(String name, int from, int index) {
        if (index == parts.size() - 1) {
            return name.length();
        }
        var text = parts.get(index + 1).text();
        return index == parts.size() - 2
                ? name.endsWith(text) ? name.length() - text.length() : -1
                : name.indexOf(text, from + 1);
    }

    /** Empty where the fields tell of a time that there is not, or of too much. */
    private Optional<DroppedCall> call(Map<DropField, String> fields) {
        if (fields.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            return Optional.empty();
        } else if (fields.containsKey(DropField.START)) {
            return StartTimes.of(fields.get(DropField.START)).map(start -> call(fields, Optional.of(start)));
        } else if (fields.keySet().containsAll(DAY_AND_MINUTE)) {
            return StartTimes.of(fields).map(start -> call(fields, Optional.of(start)));
        }
        return Optional.of(call(fields, Optional.empty()));
    }

    private DroppedCall call(Map<DropField, String> fields, Optional<Instant> start) {
        return new DroppedCall(
                Optional.ofNullable(fields.get(DropField.CALL)),
                Optional.ofNullable(fields.get(DropField.AGENT)),
                Optional.ofNullable(fields.get(DropField.NUMBER)),
                Optional.ofNullable(fields.get(DropField.DIRECTION)),
                start,
                transcript);
    }

    /**
     * A text, or a field.
     *
     * @param text empty for a field
     */
    private record Part(String text, Optional<DropField> field) {
        /** Whether it is as long as it likes. */
        boolean isOpen() {
            return field.filter(each -> !each.isFixed()).isPresent();
        }

        int width() {
            return field.map(DropField::width).orElse(text.length());
        }

        int written() {
            return toString().length();
        }

        boolean allows(String part) {
            return field.map(each -> each.allows(part)).orElseGet(() -> text.equals(part));
        }

        @Override
        public String toString() {
            return field.map(DropField::toString).orElse(text);
        }
    }
}
