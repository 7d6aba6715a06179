package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Estimate;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A segment of our own documents, whose properties come in any order. */
final class SegmentJson {
    private final JsonSource source;
    private final Place place;
    private final TimedText whole;
    private final List<TimedText> words = new ArrayList<>();
    private Optional<String> speaker = Optional.empty();
    private OptionalInt channel = OptionalInt.empty();

    SegmentJson(JsonSource source, Place place) {
        this.source = source;
        this.place = place;
        this.whole = new TimedText(place);
        source.object(this::property);
    }

    boolean isWithoutWords() {
        return words.isEmpty();
    }

    /** The segment, once its words are found to be right and added to all others. */
    Segment addTo(HeardWords heard) {
        var voice = DocumentErrors.make(place, this::voice);
        var before = heard.count();
        heard.beginSegment();
        if (words.isEmpty()) {
            DocumentErrors.check(place, () -> estimated().forEach(word -> add(heard, voice, word)));
        } else {
            words.forEach(word -> word.addTo(heard, voice));
        }
        return DocumentErrors.make(place, () -> new Segment(voice, heard.since(before)));
    }

    private List<Word> estimated() {
        return Estimate.words(whole.text(), whole.start(), whole.end());
    }

    private static void add(HeardWords heard, Voice voice, Word word) {
        heard.add(voice, word.text(), word.start(), word.end(), word.confidence());
    }

    private Voice voice() {
        return speaker.isEmpty() && channel.isPresent()
                ? Voice.ofChannel(channel.getAsInt())
                : new Voice(speaker, channel);
    }

    private void property(String name) {
        switch (name) {
            case "speaker" -> speaker = Optional.of(source.text());
            case "channel" -> channel = OptionalInt.of(source.integer());
            case "text" -> whole.text(source);
            case "start" -> whole.start(source);
            case "end" -> whole.end(source);
            case "words" -> source.list(this::word);
            default -> source.skip();
        }
    }

    private void word(Place where) {
        var word = new TimedText(where);
        source.object(name -> {
            switch (name) {
                case "text" -> word.text(source);
                case "start" -> word.start(source);
                case "end" -> word.end(source);
                case "confidence" -> word.confidence(source);
                default -> source.skip();
            }
        });
        words.add(word);
    }
}
