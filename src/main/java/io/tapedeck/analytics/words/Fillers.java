package io.tapedeck.analytics.words;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts what is said while one looks for words: "um", "uh", "er", "erm", "hmm" and their like, and "you know" and "I mean" where
 * they ask and explain nothing. "Like", "so" and "well" have too many meanings to be counted.
 */
final class Fillers {
    private static final Set<String> SOUNDS =
            words("um umm ummm uh uhh uhhh uhm er err erm errm eh ah hm hmm hmmm mm mmm em");
    private static final Set<String> ASKED =
            words("do did don't didn't if as would should could can might let how what that when who where to may");
    private static final Set<String> TOLD = words("what how where who why when if whether about that your my the this");

    private Fillers() {}

    static int in(Sentence sentence) {
        return (int) IntStream.range(0, sentence.tokens().size())
                .filter(i -> isSound(sentence, i) || isPhrase(sentence, i))
                .count();
    }

    static boolean isSound(String token) {
        return SOUNDS.contains(token);
    }

    static int in(List<Sentence> sentences) {
        return sentences.stream().mapToInt(Fillers::in).sum();
    }

    private static boolean isSound(Sentence sentence, int at) {
        return isSound(sentence.token(at));
    }

    private static boolean isPhrase(Sentence sentence, int at) {
        var pair = sentence.token(at) + " " + sentence.token(at + 1);
        return (pair.equals("you know") || pair.equals("i mean"))
                && !ASKED.contains(sentence.token(at - 1))
                && !TOLD.contains(sentence.token(at + 2));
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
