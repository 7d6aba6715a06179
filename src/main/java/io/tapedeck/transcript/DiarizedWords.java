package io.tapedeck.transcript;

import java.util.List;

/** Says of each word of one channel which of its speakers it is from. */
public final class DiarizedWords {
    private DiarizedWords() {}

    /**
     * The words with their voices: of who speaks most while a word is said, or next to it where nobody does.
     *
     * @param speakers when each speaks, at least one
     */
    public static List<SpokenWord> of(List<Word> words, List<VoiceRanges> speakers) {
        return words.stream()
                .map(word -> new SpokenWord(Voice.ofSpeaker(speaker(word, speakers)), word))
                .toList();
    }

    private static int speaker(Word word, List<VoiceRanges> speakers) {
        var best = 0;
        for (int i = 1; i < speakers.size(); i++) {
            if (closeness(word, speakers.get(i)) > closeness(word, speakers.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /** The share of the word, or how far away the voice is as a number below 0. */
    private static double closeness(Word word, VoiceRanges voice) {
        var share = voice.share(word.start(), word.end());
        return share > 0 ? share : -voice.distance(word.start(), word.end());
    }
}
