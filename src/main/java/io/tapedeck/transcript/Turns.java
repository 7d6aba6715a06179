package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes turns of words: speech of one voice with inner gaps of up to 1.5 s, whatever others say meanwhile. */
public final class Turns {
    private static final double LONGEST_GAP = 1.5;

    private Turns() {}

    /** In the order of their starts. */
    public static List<Segment> of(List<SpokenWord> words) {
        Map<Voice, List<Word>> voices = new LinkedHashMap<>();
        words.forEach(heard -> voices.computeIfAbsent(heard.voice(), voice -> new ArrayList<>())
                .add(heard.word()));
        var turns = new ArrayList<Segment>();
        voices.forEach((voice, said) -> turns.addAll(turns(voice, said)));
        turns.sort(Comparator.comparingDouble(Segment::start));
        return List.copyOf(turns);
    }

    private static List<Segment> turns(Voice voice, List<Word> words) {
        words.sort(Comparator.comparingDouble(Word::start));
        var turns = new ArrayList<Segment>();
        var first = 0;
        var end = words.getFirst().end();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).start() - end > LONGEST_GAP) {
                turns.add(new Segment(voice, words.subList(first, i)));
                first = i;
            }
            end = Math.max(end, words.get(i).end());
        }
        turns.add(new Segment(voice, words.subList(first, words.size())));
        return turns;
    }
}
