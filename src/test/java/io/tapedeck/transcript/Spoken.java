package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Words for tests. */
public final class Spoken {
    public static final Origin ORIGIN = new Origin("whisper", Optional.of("base.en"), Optional.of("en"));
    public static final Voice AGENT = Voice.ofChannel(0);
    public static final Voice CALLER = Voice.ofChannel(1);

    private Spoken() {}

    /** A word from its second to its second, such as {@code hello 1.0-1.4}. */
    public static Word word(String text) {
        var parts = text.split(" ");
        var times = parts[1].split("-");
        return new Word(parts[0], Double.parseDouble(times[0]), Double.parseDouble(times[1]), OptionalDouble.of(0.9));
    }

    public static List<Word> words(String... texts) {
        return List.of(texts).stream().map(Spoken::word).toList();
    }

    public static Segment turn(Voice voice, String... words) {
        return new Segment(voice, words(words));
    }

    /** The words of a text, each of which takes as long as the next. */
    public static List<Word> evenly(String text, double start, double each) {
        var words = new ArrayList<Word>();
        for (var word : text.split(" ")) {
            var from = start + words.size() * each;
            words.add(new Word(word, from, from + each, OptionalDouble.of(0.9)));
        }
        return words;
    }

    public static Transcript transcript(double duration, Segment... segments) {
        return new Transcript(ORIGIN, duration, false, WordTimes.HEARD, List.of(), List.of(segments));
    }
}
