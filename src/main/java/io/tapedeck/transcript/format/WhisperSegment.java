package io.tapedeck.transcript.format;

import static java.lang.Double.NaN;

import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
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
        return DocumentErrors.make(place, text::text);
    }

    /** Adds its words, those of its text where it has none. */
    void addTo(HeardWords heard) {
        heard.beginSegment();
        if (hasWords()) {
            words.forEach(word -> word.addTo(heard));
            return;
        }
        DocumentErrors.check(
                place,
                () -> Estimate.words(text.text(), text.start(), text.end())
                        .forEach(word ->
                                heard.add(Voice.UNKNOWN, word.text(), word.start(), word.end(), word.confidence())));
    }

    /**
     * Adds its words to those of an engine. Some servers write tokens, of which each that does not begin with a space belongs
     * to the one before; some write words without their times, of which only the text is taken then.
     *
     * @param duration of what was heard, seconds
     */
    void addTo(EngineWords heard, double duration) {
        if (!hasWords() || !words.stream().allMatch(WhisperWord::isTimed)) {
            DocumentErrors.check(
                    place,
                    () -> estimate(duration).forEach(word -> heard.add(word.text(), word.start(), word.end(), NaN)));
            return;
        }
        var isSpaced = words.stream().anyMatch(WhisperWord::beginsWithSpace);
        var whole = new WhisperCppWord();
        for (var word : words) {
            if (!isSpaced || word.beginsWithSpace()) {
                whole.addTo(heard);
            }
            word.addTo(whole);
        }
        whole.addTo(heard);
    }

    private List<Word> estimate(double duration) {
        var start = Math.clamp(text.start(), 0, duration);
        return Estimate.words(text.text(), start, Math.clamp(text.end(), start, duration));
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
