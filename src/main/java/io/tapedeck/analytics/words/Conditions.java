package io.tapedeck.analytics.words;

import java.util.Set;

/**
 * Tells promises that are bound to a condition of the other side or of the world: with "if", "unless", "should you", "provided",
 * "as long as", "in case", "otherwise" and the like, and with "when", "once" and "as soon as", but for what the speaker does
 * ("when I'm back"). Before the promise, a condition binds it unless a "but" stands between; behind it, unless "and" or its like
 * begins another clause ("and if you need anything"). "See if", "even if" and "as soon as possible" are none.
 */
final class Conditions {
    private static final Set<String> ALWAYS = words("unless otherwise providing assuming supposing");
    /** Behind these an "if" or a "when" asks, and behind "even" it excludes nothing. */
    private static final Set<String> WHETHER = words(
            "see sees seeing check checks checking checked ask asks asking asked wonder wondering out whether even as");

    private static final Set<String> SPEAKER = words("i i'm i've i'll i'd we we're we've we'll we'd");
    private static final Set<String> SUBJECTS = words(
            "you you're you've you'd he he's she she's it it's they they're they've the your my our his her their this that there"
                    + " these those anyone anybody someone somebody anything something everything everyone i we");
    /** "Once more", "once a week". */
    private static final Set<String> COUNTED = words("more again and or every per");

    private static final Set<String> SPANS = words("day week month quarter year");
    /** "At once", "the address you provided". */
    private static final Set<String> NO_CONDITION_BEFORE =
            words("at only just i you we he she they have has had been be is are was were");

    private static final Set<String> NEW_CLAUSE = words("and but so or because then");

    private Conditions() {}

    /** Whether what is promised at a place of a sentence depends on something. */
    static boolean bind(Sentence sentence, int promise) {
        for (int i = promise - 1; i >= 0 && !sentence.token(i).equals("but"); i--) {
            if (isCondition(sentence, i)) {
                return true;
            }
        }
        for (int i = promise + 1; i < sentence.tokens().size(); i++) {
            if (isCondition(sentence, i)) {
                return !NEW_CLAUSE.contains(sentence.token(i - 1));
            }
        }
        return false;
    }

    private static boolean isCondition(Sentence sentence, int at) {
        var next = sentence.token(at + 1);
        return switch (sentence.token(at)) {
            case "if" -> !isAsked(sentence, at);
            case "when", "whenever" -> isEvent(next) && !isAsked(sentence, at);
            case "once" -> isEvent(next) && !isCounted(sentence, at);
            case "should" -> SUBJECTS.contains(next);
            case "were" -> SUBJECTS.contains(next) && sentence.token(at + 2).equals("to");
            case "provided" -> SUBJECTS.contains(next) && !NO_CONDITION_BEFORE.contains(sentence.token(at - 1));
            case "as", "so" -> isAsLongOrSoon(sentence, at);
            case "in" -> isCase(sentence, at);
            case "on" -> next.equals("condition") || isPhrase(sentence, at + 1, "the condition");
            case "subject" -> next.equals("to");
            case "depending" -> next.equals("on");
            case "or" -> next.equals("else");
            default -> ALWAYS.contains(sentence.token(at));
        };
    }

    private static boolean isAsked(Sentence sentence, int at) {
        return WHETHER.contains(sentence.token(at - 1));
    }

    /** Whether what follows "when" is no deed of the speaker's. */
    private static boolean isEvent(String next) {
        return !next.isEmpty() && !SPEAKER.contains(next);
    }

    private static boolean isCounted(Sentence sentence, int at) {
        var isSpan = Set.of("a", "an").contains(sentence.token(at + 1)) && SPANS.contains(sentence.token(at + 2));
        return isSpan
                || COUNTED.contains(sentence.token(at + 1))
                || NO_CONDITION_BEFORE.contains(sentence.token(at - 1));
    }

    private static boolean isAsLongOrSoon(Sentence sentence, int at) {
        var isLong = isPhrase(sentence, at + 1, "long as");
        var isSoon = isPhrase(sentence, at + 1, "soon as")
                && !sentence.token(at + 3).equals("possible")
                && isEvent(sentence.token(at + 3));
        return isLong || isSoon;
    }

    /** "In case you need it", "in the event"; "just in case" at the end is none. */
    private static boolean isCase(Sentence sentence, int at) {
        return sentence.token(at + 1).equals("case") && !sentence.token(at + 2).isEmpty()
                || isPhrase(sentence, at + 1, "the event");
    }

    private static boolean isPhrase(Sentence sentence, int at, String phrase) {
        return (sentence.token(at) + " " + sentence.token(at + 1)).equals(phrase);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
