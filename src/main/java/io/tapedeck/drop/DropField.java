package io.tapedeck.drop;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A part of a key that differs from file to file. */
enum DropField {
    CALL("call"),
    AGENT("agent"),
    NUMBER("number"),
    DIRECTION("direction"),
    START("start"),
    YEAR("yyyy"),
    MONTH("MM"),
    DAY("dd"),
    HOUR("HH"),
    MINUTE("mm"),
    SECOND("ss"),
    ANY("*");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final String name;

    DropField(String name) {
        this.name = name;
    }

    static Optional<DropField> named(String name) {
        return Arrays.stream(values()).filter(field -> field.name.equals(name)).findFirst();
    }

    /** All of them, as they are written. */
    static String all() {
        return Arrays.stream(values()).map(DropField::toString).collect(Collectors.joining(", "));
    }

    /** Whether it has as many characters as its name, all of them digits. */
    boolean isFixed() {
        return ordinal() >= YEAR.ordinal() && this != ANY;
    }

    int width() {
        return name.length();
    }

    /** Whether this can be its text; one that is not fixed stays within a folder. */
    boolean allows(String text) {
        return isFixed() ? DIGITS.matcher(text).matches() : !text.isEmpty() && text.indexOf('/') < 0;
    }

    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
