package io.tapedeck.transcript.format;

import java.nio.charset.StandardCharsets;

/** A token of whisper.cpp's, whose properties come in any order. */
final class WhisperCppToken {
    private static final String SPECIAL = "[_";

    private final JsonSource source;
    private String text = "";
    private double from;
    private double to;
    private double probability = Double.NaN;

    WhisperCppToken(JsonSource source) {
        this.source = source;
        source.object(this::property);
    }

    /** Whether it is a mark of the engine's, such as a time. */
    boolean isSpecial() {
        return text.startsWith(SPECIAL);
    }

    boolean beginsWord() {
        return text.startsWith(" ");
    }

    /** Of its text. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Milliseconds. */
    double from() {
        return from;
    }

    /** Milliseconds. */
    double to() {
        return to;
    }

    /** From 0 to 1. */
    double probability() {
        return probability;
    }

    private void property(String name) {
        switch (name) {
            case "text" -> text = source.text();
            case "p" -> probability = source.number();
            case "offsets" -> source.object(this::offset);
            default -> source.skip();
        }
    }

    private void offset(String name) {
        switch (name) {
            case "from" -> from = source.number();
            case "to" -> to = source.number();
            default -> source.skip();
        }
    }
}
