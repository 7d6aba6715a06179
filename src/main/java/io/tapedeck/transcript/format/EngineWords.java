package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Takes in the words of an engine on this machine, which are not always in order: what begins before the word ahead of it
 * begins with that, and what goes on after the end ends there.
 */
public final class EngineWords {
    private static final int MOST = 200_000;
    private static final int LONGEST = 200;

    private final double duration;
    private final List<Word> words = new ArrayList<>();
    private double latest;

    /** @param duration of what was heard, seconds */
    public EngineWords(double duration) {
        this.duration = duration;
    }

    /**
     * Takes a word in; text without anything to be seen is none.
     *
     * @param start seconds
     * @param end seconds
     * @param confidence from 0 to 1
     * @throws IllegalArgumentException if there are more words than anybody says in a day, or it is no number
     */
    public void add(String text, double start, double end, double confidence) {
        var plain = plain(text);
        if (plain.isEmpty()) {
            return;
        }
        if (words.size() == MOST) {
            throw new IllegalArgumentException("has more than %d words".formatted(MOST));
        }
        latest = Math.clamp(start, latest, Math.max(latest, duration));
        words.add(new Word(plain, latest, Math.clamp(end, latest, Math.max(latest, duration)), likely(confidence)));
    }

    /** All that came in. */
    public List<Word> words() {
        return List.copyOf(words);
    }

    private static OptionalDouble likely(double confidence) {
        return Double.isNaN(confidence) ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(confidence, 0, 1));
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .filter(character -> Character.getType(character) != Character.CONTROL)
                .filter(character -> Character.getType(character) != Character.SURROGATE && character != '\uFFFD')
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
