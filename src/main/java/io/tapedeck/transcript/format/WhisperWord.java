package io.tapedeck.transcript.format;

import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.nio.charset.StandardCharsets;

/** A word of Whisper's, whose properties come in any order. */
final class WhisperWord {
    private final JsonSource source;
    private final Place place;
    private final TimedText text;

    WhisperWord(JsonSource source, Place place) {
        this.source = source;
        this.place = place;
        this.text = new TimedText(place);
        source.object(this::property);
    }

    /** As it is written, without white space around it. */
    String text() {
        return DocumentErrors.<String>make(place, text::text).strip();
    }

    /** Writes it in another way. */
    void write(String other) {
        text.text(other);
    }

    /** Adds it; one that is nothing but white space is none. */
    void addTo(HeardWords words) {
        if (!text().isEmpty()) {
            text.addTo(words, Voice.UNKNOWN);
        }
    }

    /** Adds it to those of an engine. */
    void addTo(EngineWords words) {
        text.addTo(words);
    }

    /** Adds it to the word that it is a part of. */
    void addTo(WhisperCppWord word) {
        DocumentErrors.check(
                place,
                () -> word.add(
                        text.text().getBytes(StandardCharsets.UTF_8), text.start(), text.end(), text.confidence()));
    }

    boolean isTimed() {
        return text.isTimed();
    }

    boolean beginsWithSpace() {
        return DocumentErrors.<String>make(place, text::text).startsWith(" ");
    }

    private void property(String name) {
        switch (name) {
            case "word" -> text.text(source);
            case "start" -> text.start(source);
            case "end" -> text.end(source);
            case "probability", "score" -> text.confidence(source);
            default -> source.skip();
        }
    }
}
