package io.tapedeck.analytics.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a sentence as VADER cuts them: at white space, without punctuation around them, and none of a single character.
 *
 * @param shouts whether some words are in capitals and others are not, so that capitals are emphasis
 */
record SentenceWords(List<String> words, List<String> lower, boolean shouts) {
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile("^\\p{Punct}+|\\p{Punct}+$");
    /** Letters that are left of an emoticon without its punctuation. */
    private static final int MOST_OF_EMOTICON = 1;

    SentenceWords {
        words = List.copyOf(words);
        lower = List.copyOf(lower);
    }

    static SentenceWords of(String sentence) {
        var words = WHITE.splitAsStream(sentence.strip().replace('\u2019', '\''))
                .filter(word -> word.length() > 1)
                .map(SentenceWords::bare)
                .toList();
        var capitals = words.stream().filter(SentenceWords::isCapitals).count();
        return new SentenceWords(
                words,
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(),
                capitals > 0 && capitals < words.size());
    }

    int size() {
        return words.size();
    }

    /** In lower case; empty outside of the sentence. */
    String lower(int at) {
        return at < 0 || at >= lower.size() ? "" : lower.get(at);
    }

    /** Words in lower case from one to another; empty where they go beyond the sentence. */
    String lower(int first, int last) {
        return first < 0 || last >= lower.size() ? "" : String.join(" ", lower.subList(first, last + 1));
    }

    /** Whether a word is in capitals as few others are. */
    boolean isShouted(int at) {
        return shouts && isCapitals(words.get(at));
    }

    boolean isInLexicon(int at) {
        return Lexicon.contains(lower(at));
    }

    private static String bare(String word) {
        var bare = AROUND.matcher(word).replaceAll("");
        return bare.length() <= MOST_OF_EMOTICON ? word : bare;
    }

    private static boolean isCapitals(String word) {
        return word.chars().anyMatch(Character::isUpperCase) && word.chars().noneMatch(Character::isLowerCase);
    }
}
