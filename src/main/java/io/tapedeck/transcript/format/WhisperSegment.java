package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.List;

/** A segment of Whisper's, whose properties come in any order. */
final class WhisperSegment {
    private final JsonSource source;
    private final Place place;
    private final TimedText text;
    private final List<WhisperWord> words = new ArrayList<>();

    WhisperSegment(JsonSource source, Place place) {
        this.source = source;
        this.place = place;
        this.text = new TimedText(place);
        source.object(this::property);
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    String text() {
        return Places.make(place, text::text);
    }

    /** Adds its words, those of its text where it has none. */
    void addTo(HeardWords heard) {
        heard.beginSegment();
        if (hasWords()) {
            words.forEach(word -> word.addTo(heard));
            return;
        }
        Places.check(
                place,
                () -> Estimate.words(text.text(), text.start(), text.end())
                        .forEach(word ->
                                heard.add(Voice.UNKNOWN, word.text(), word.start(), word.end(), word.confidence())));
    }

    private void property(String name) {
        switch (name) {
            case "text" -> text.text(source);
            case "start" -> text.start(source);
            case "end" -> text.end(source);
            case "words" -> source.list(where -> words.add(new WhisperWord(source, where)));
            default -> source.skip();
        }
    }
}
