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
 * What keys of one kind look like: texts and fields in turn. A field ends where the text after it first occurs, so that a key
 * is read once from its beginning to its end, whatever is in it.
 */
final class DropLayout {
    private static final String BEGINNING = "uploads/{tenant}/";
    private static final int LONGEST = 256;
    private static final Set<DropField> DAY_AND_MINUTE =
            EnumSet.of(DropField.YEAR, DropField.MONTH, DropField.DAY, DropField.HOUR, DropField.MINUTE);

    private final List<Part> parts;

    private DropLayout(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException saying what is wrong with it and what would be right */
    static DropLayout parse(String pattern) {
        if (!pattern.startsWith(BEGINNING)) {
            throw wrong(pattern, "must begin with " + BEGINNING);
        }
        var parts = new ArrayList<Part>();
        var seen = EnumSet.noneOf(DropField.class);
        var rest = pattern.substring(BEGINNING.length());
        while (!rest.isEmpty()) {
            var part = next(pattern, rest);
            rest = rest.substring(part.written());
            if (!parts.isEmpty() && parts.getLast().isOpen() && part.field().isPresent()) {
                throw wrong(
                        pattern,
                        "must have a text between %s and %s, to tell where the first ends"
                                .formatted(
                                        parts.getLast().field().get(),
                                        part.field().get()));
            }
            if (part.field()
                    .filter(field -> field != DropField.ANY && !seen.add(field))
                    .isPresent()) {
                throw wrong(
                        pattern,
                        "has %s twice; write {*} for one of them"
                                .formatted(part.field().get()));
            }
            parts.add(part);
        }
        if (seen.isEmpty()) {
            throw wrong(pattern, "must have one of " + DropField.all() + " besides {*} after " + BEGINNING);
        }
        return new DropLayout(List.copyOf(parts));
    }

    private static Part next(String pattern, String rest) {
        var brace = rest.indexOf('{');
        var text = brace < 0 ? rest : rest.substring(0, brace);
        if (text.indexOf('}') >= 0) {
            throw wrong(pattern, "has a } without a { before it");
        } else if (!text.isEmpty()) {
            return new Part(text, Optional.empty());
        }
        var end = rest.indexOf('}');
        if (end < 0) {
            throw wrong(pattern, "has a { without a } after it");
        }
        var name = rest.substring(1, end);
        return new Part(
                "",
                Optional.of(DropField.named(name)
                        .orElseThrow(() -> wrong(
                                pattern,
                                "has the unknown field {%s}; it must be one of %s".formatted(name, DropField.all())))));
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

    private static Optional<DroppedCall> call(Map<DropField, String> fields) {
        Optional<Instant> start = fields.containsKey(DropField.START)
                ? StartTimes.of(fields.get(DropField.START))
                : Optional.of(fields)
                        .filter(all -> all.keySet().containsAll(DAY_AND_MINUTE))
                        .flatMap(StartTimes::of);
        var isTimed = fields.containsKey(DropField.START) || fields.keySet().containsAll(DAY_AND_MINUTE);
        if (isTimed && start.isEmpty() || fields.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            return Optional.empty();
        }
        return Optional.of(new DroppedCall(
                Optional.ofNullable(fields.get(DropField.CALL)),
                Optional.ofNullable(fields.get(DropField.AGENT)),
                Optional.ofNullable(fields.get(DropField.NUMBER)),
                Optional.ofNullable(fields.get(DropField.DIRECTION)),
                start));
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
            return field.map(each -> each.toString().length()).orElse(text.length());
        }

        boolean allows(String part) {
            return field.map(each -> each.allows(part)).orElseGet(() -> text.equals(part));
        }
    }
}
