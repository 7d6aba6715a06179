package io.tapedeck.analytics.sentiment;

/** What marks at the end of words add to how they feel. */
final class Emphasis {
    private static final long MOST_EXCLAMATIONS = 4;
    private static final double EXCLAMATION = 0.292;
    private static final long FEW_QUESTIONS = 3;
    private static final double QUESTION = 0.18;
    private static final double MANY_QUESTIONS = 0.96;

    private Emphasis() {}

    static double of(String sentence) {
        var exclamations = Math.min(MOST_EXCLAMATIONS, count(sentence, '!'));
        var questions = count(sentence, '?');
        return EXCLAMATION * exclamations + questions(questions);
    }

    private static double questions(long count) {
        if (count <= 1) {
            return 0;
        }
        return count <= FEW_QUESTIONS ? QUESTION * count : MANY_QUESTIONS;
    }

    private static long count(String text, char mark) {
        return text.chars().filter(character -> character == mark).count();
    }
}
