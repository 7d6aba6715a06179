package io.tapedeck.transcript;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes out what recognisers make up where nobody speaks: phrases repeated over and over, and what the makers of subtitles
 * write under silence. What is heard while somebody speaks stays, however often it is said.
 */
public final class Hallucinations {
    /** Words of a phrase that is repeated. */
    private static final int LONGEST_LOOP = 12;
    /** Times that a phrase comes in a row. */
    private static final int LOOP = 3;
    /** Share of a phrase in which somebody must speak. */
    private static final double LEAST_VOICE = 0.2;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final List<Word> words;
    private final List<String> bare;
    private final VoiceRanges voice;
    private final BitSet madeUp = new BitSet();

    private Hallucinations(List<Word> words, VoiceRanges voice) {
        this.words = words;
        this.bare = words.stream().map(word -> bare(word.text())).toList();
        this.voice = voice;
    }

    /** The words of one channel without those that are made up. */
    public static List<Word> without(List<Word> words, VoiceRanges voice) {
        var search = new Hallucinations(words, voice);
        search.findLoops();
        search.findPhrases();
        return IntStream.range(0, words.size())
                .filter(i -> !search.madeUp.get(i))
                .mapToObj(words::get)
                .toList();
    }

    private void findLoops() {
        for (int i = 0; i < words.size(); ) {
            i = loopAt(i);
        }
    }

    /** Where to look on. */
    private int loopAt(int start) {
        for (int length = 1; length <= LONGEST_LOOP && start + LOOP * length <= words.size(); length++) {
            var end = endOfLoop(start, length);
            if (end - start >= LOOP * length) {
                for (int copy = start; copy < end; copy += length) {
                    dropUnspoken(copy, copy + length);
                }
                return end;
            }
        }
        return start + 1;
    }

    private int endOfLoop(int start, int length) {
        var end = start + length;
        while (end + length <= words.size() && isSame(start, end, length)) {
            end += length;
        }
        return end;
    }

    private boolean isSame(int one, int other, int length) {
        return bare.subList(one, one + length).equals(bare.subList(other, other + length));
    }

    private void findPhrases() {
        for (int start = 0; start < words.size(); start++) {
            var phrases = new ArrayList<Integer>();
            var text = new StringBuilder();
            for (int end = start; end < Math.min(words.size(), start + SilencePhrases.LONGEST); end++) {
                text.append(bare.get(end));
                if (SilencePhrases.contains(text.toString())) {
                    phrases.add(end + 1);
                }
            }
            for (var end : phrases) {
                dropUnspoken(start, end);
            }
        }
    }

    private void dropUnspoken(int start, int end) {
        var last =
                words.subList(start, end).stream().mapToDouble(Word::end).max().orElseThrow();
        if (voice.share(words.get(start).start(), last) < LEAST_VOICE) {
            madeUp.set(start, end);
        }
    }

    private static String bare(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
