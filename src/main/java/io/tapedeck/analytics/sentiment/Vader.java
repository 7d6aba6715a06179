package io.tapedeck.analytics.sentiment;

/**
 * How a sentence feels, from -1 to 1: the compound score of VADER (Hutto and Gilbert 2014). Each word of the lexicon is worth
 * what it says there; words of degree before it, negations up to three words before it, capitals, "least", "never so", "without doubt",
 * idioms and "no" change that; after a "but" all counts one and a half, before it half; exclamation and question marks add to the sum
 * {@code s}, of which {@code s / sqrt(s² + 15)} is the score.
 */
public final class Vader {
    private static final double CAPITALS = 0.733;
    private static final double NEGATION = -0.74;
    private static final int REACH = 3;
    private static final double[] FADING = {1, 0.95, 0.9};
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double ALPHA = 15;

    private final SentenceWords words;

    private Vader(String sentence) {
        words = SentenceWords.of(sentence);
    }

    /** The score of a sentence, to four decimals; 0 where it says nothing. */
    public static double score(String sentence) {
        var sum = new Vader(sentence).sum();
        var emphasised = sum + Math.signum(sum) * Emphasis.of(sentence);
        var score = emphasised / Math.sqrt(emphasised * emphasised + ALPHA);
        return Math.round(score * 1e4) / 1e4;
    }

    private double sum() {
        var but = words.lower().indexOf("but");
        var sum = 0.0;
        for (int i = 0; i < words.size(); i++) {
            var weight = but < 0 || i == but ? 1 : i < but ? BEFORE_BUT : AFTER_BUT;
            sum += weight * valence(i);
        }
        return sum;
    }

    private double valence(int at) {
        var word = words.lower(at);
        var isKindOf = word.equals("kind") && words.lower(at + 1).equals("of");
        if (isKindOf || Modifiers.isDegree(word) || !words.isInLexicon(at) || isNoOfTheNext(at)) {
            return 0;
        }
        var valence = isAfterNo(at) ? NEGATION * Lexicon.valence(word) : Lexicon.valence(word);
        if (words.isShouted(at)) {
            valence += away(valence, CAPITALS);
        }
        for (int back = 1; back <= REACH && back <= at; back++) {
            if (!words.isInLexicon(at - back)) {
                valence = modified(valence, at, back);
            }
        }
        return isAfterLeast(at) ? NEGATION * valence : valence;
    }

    /** "No problem" says nothing bad twice, but denies it. */
    private boolean isNoOfTheNext(int at) {
        return words.lower(at).equals("no") && words.isInLexicon(at + 1);
    }

    private boolean isAfterNo(int at) {
        var isAlternative =
                words.lower(at - 1).equals("or") || words.lower(at - 1).equals("nor");
        return words.lower(at - 1).equals("no")
                || words.lower(at - 2).equals("no")
                || words.lower(at - 3).equals("no") && isAlternative;
    }

    private double modified(double valence, int at, int back) {
        var changed = negated(valence + FADING[back - 1] * step(valence, at - back), at, back);
        if (back < REACH) {
            return changed;
        }
        var isDampened = Modifiers.isDampeningPair(words.lower(at - 3), words.lower(at - 2))
                || Modifiers.isDampeningPair(words.lower(at - 2), words.lower(at - 1));
        return Idioms.of(words, at, changed) - (isDampened ? Modifiers.STEP : 0);
    }

    private double step(double valence, int modifier) {
        var step = Modifiers.step(words.lower(modifier));
        if (step == 0) {
            return 0;
        }
        return (valence < 0 ? -step : step) + (words.isShouted(modifier) ? away(valence, CAPITALS) : 0);
    }

    private double negated(double valence, int at, int back) {
        var isSo = words.lower(at - back + 1).equals("so")
                || words.lower(at - back + 1).equals("this");
        if (back > 1 && words.lower(at - back).equals("never") && isSo) {
            return valence * (back == 2 ? 1.5 : 1.25);
        }
        if (back == REACH
                && (words.lower(at - 1).equals("so") || words.lower(at - 1).equals("this"))) {
            return valence * 1.25;
        }
        var isDenied = Modifiers.isNegation(words.lower(at - back)) && !isWithoutDoubt(at, back);
        return isDenied ? NEGATION * valence : valence;
    }

    /** "Without doubt excellent" denies nothing, and "without any doubt" does not either. */
    private boolean isWithoutDoubt(int at, int back) {
        var between = words.lower(at - back, at - 1);
        return between.equals("without doubt")
                || back == REACH && between.startsWith("without ") && between.contains(" doubt");
    }

    private boolean isAfterLeast(int at) {
        var before = words.lower(at - 2);
        return words.lower(at - 1).equals("least") && !before.equals("at") && !before.equals("very");
    }

    /** The amount with the sign of the valence. */
    private static double away(double valence, double amount) {
        return valence > 0 ? amount : -amount;
    }
}
