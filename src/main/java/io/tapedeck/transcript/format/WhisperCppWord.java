package io.tapedeck.transcript.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A word while its tokens come in. */
final class WhisperCppWord {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private double start;
    private double end;
    private double probabilities;
    private int tokens;

    void add(byte[] text, double from, double to, double probability) {
        start = tokens == 0 ? from : start;
        end = to;
        probabilities += probability;
        tokens++;
        bytes.writeBytes(text);
    }

    /** Adds the word, if there is one, and goes on to the next. */
    void addTo(EngineWords words) {
        if (tokens > 0) {
            words.add(bytes.toString(StandardCharsets.UTF_8), start, end, probabilities / tokens);
        }
        bytes.reset();
        probabilities = 0;
        tokens = 0;
    }
}
