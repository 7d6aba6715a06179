package io.tapedeck.analytics.words;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one participant says without a gap of more than 1.5 s, whatever others say meanwhile.
 *
 * @param words in the order of their starts
 */
record Stretch(int participant, List<Word> words) {
    private static final long LONGEST_GAP = 1500;

    Stretch {
        words = List.copyOf(words);
    }

    /** Of the words of each participant, in the order of their starts. */
    static List<Stretch> of(List<List<Word>> participants) {
        return IntStream.range(0, participants.size())
                .boxed()
                .flatMap(i -> of(i, participants.get(i)).stream())
                .sorted(Comparator.comparingDouble(Stretch::start))
                .toList();
    }

    private static List<Stretch> of(int participant, List<Word> said) {
        var words =
                said.stream().sorted(Comparator.comparingDouble(Word::start)).toList();
        var stretches = new ArrayList<Stretch>();
        var first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || gap(words.get(i - 1), words.get(i)) > LONGEST_GAP) {
                stretches.add(new Stretch(participant, words.subList(first, i)));
                first = i;
            }
        }
        return stretches;
    }

    /**
     * Joined across pauses in which nobody else says anything.
     *
     * @param stretches in the order of their starts
     */
    static List<Stretch> unbroken(List<Stretch> stretches) {
        var runs = new HashMap<Integer, List<Word>>();
        var ends = new HashMap<Integer, Double>();
        var joined = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            var participant = stretch.participant();
            var run = runs.get(participant);
            if (run != null && isBroken(ends, participant)) {
                joined.add(new Stretch(participant, run));
                run = null;
            }
            runs.put(participant, run == null ? new ArrayList<>() : run);
            runs.get(participant).addAll(stretch.words());
            ends.merge(participant, stretch.end(), Math::max);
        }
        runs.forEach((participant, run) -> joined.add(new Stretch(participant, run)));
        return joined.stream()
                .sorted(Comparator.comparingDouble(Stretch::start))
                .toList();
    }

    /** Whether anybody else has gone on speaking since a participant ended. */
    private static boolean isBroken(Map<Integer, Double> ends, int participant) {
        return ends.entrySet().stream()
                .anyMatch(other -> other.getKey() != participant && other.getValue() > ends.get(participant));
    }

    private double end() {
        return words.stream().mapToDouble(Word::end).max().orElseThrow();
    }

    /** Milliseconds between two words; negative where they overlap. */
    static long gap(Word word, Word next) {
        return Span.milliseconds(next.start()) - Span.milliseconds(word.end());
    }

    double start() {
        return words.getFirst().start();
    }
}
