package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Takes in words of a recording one by one, and none that cannot have been said there. */
public final class HeardWords {
    /** Of a transcript. */
    public static final int MOST = 1_000_000;
    /** That take part in a call. */
    public static final int MOST_SPEAKERS = 64;
    /** Seconds by which engines and people round over the end. */
    public static final double BEYOND_END = 0.5;

    private final double duration;
    private final int most;
    private final int mostSpeakers;
    private final List<SpokenWord> words = new ArrayList<>();
    private final Map<Voice, Double> latest = new HashMap<>();
    private final Map<Voice, Double> first = new HashMap<>();
    private final Map<Voice, Integer> index = new HashMap<>();

    /** @param duration of the recording, seconds */
    public HeardWords(double duration) {
        this(duration, MOST, MOST_SPEAKERS);
    }

    private HeardWords(double duration, int most, int mostSpeakers) {
        this.duration = duration;
        this.most = most;
        this.mostSpeakers = mostSpeakers;
    }

    /** Of what was taken in before, be it a merge of many. */
    public static HeardWords known(double duration) {
        return new HeardWords(duration, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Goes on to another segment, which may overlap the one before, but not start before it if it is of the same voice. */
    public void beginSegment() {
        latest.putAll(first);
        first.clear();
    }

    /**
     * Takes a word in. Words of one voice come in the order of their starts. What ends less than 0.5 s after the recording
     * ends with it.
     *
     * @throws IllegalArgumentException with what is wrong, to be said after the word's place
     */
    public void add(Voice voice, String text, double start, double end, OptionalDouble confidence) {
        if (words.size() == most) {
            throw new IllegalArgumentException("is one too many: a transcript has %d words at most".formatted(most));
        } else if (index.size() == mostSpeakers && !index.containsKey(voice)) {
            throw new IllegalArgumentException(
                    "is of one speaker too many: a transcript has %d speakers at most".formatted(mostSpeakers));
        }
        var word = new Word(text, start, end, confidence);
        if (word.end() > duration + BEYOND_END) {
            throw new IllegalArgumentException(
                    "must not end at %s s, since the recording lasts %s s".formatted(word.end(), duration));
        }
        var before = latest.put(voice, word.start());
        if (before != null && before > word.start()) {
            throw new IllegalArgumentException(
                    "must not start at %s s, before the word ahead of it at %s s".formatted(word.start(), before));
        }
        first.putIfAbsent(voice, word.start());
        index.put(voice, words.size());
        words.add(new SpokenWord(voice, word.within(duration)));
    }

    /**
     * Adds a mark to the last word of a voice; to none if it has none yet.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public void mark(Voice voice, String punctuation) {
        var last = index.get(voice);
        if (last != null) {
            words.set(last, new SpokenWord(voice, words.get(last).word().marked(punctuation)));
        }
    }

    /** Words that came in. */
    public int count() {
        return words.size();
    }

    /** Those that came in after so many. */
    public List<Word> since(int count) {
        return words.subList(count, words.size()).stream().map(SpokenWord::word).toList();
    }

    /** All that came in. */
    public List<SpokenWord> words() {
        return List.copyOf(words);
    }
}
