package io.tapedeck.analytics.words;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells questions: by a question mark anywhere in them, or where nobody wrote marks, by the order of English words. That is a verb before its subject
 * ("can you"), a question word before such a verb ("what time does", "who is"), or such a pair at the end ("isn't it"), after
 * whatever one begins with ("okay so").
 */
final class Questions {
    private static final Set<String> OPENERS = words(
            "okay ok so and but well um uh er erm yes yeah yep no right alright great good hi hello hey please sorry oh now then also"
                    + " actually thanks perfect sure");
    private static final Set<String> VERBS = words(
            "do does did don't doesn't didn't can could can't couldn't will would won't wouldn't shall should shouldn't may might is"
                    + " are am isn't aren't was were wasn't weren't has have had haven't hasn't hadn't must");
    /** What these begin may also be a demand: "have a nice day". */
    private static final Set<String> DEMANDS = words("do don't have");

    private static final Set<String> PERSONS = words("i you he she we they anyone anybody someone somebody");
    private static final Set<String> SUBJECTS = words(
            "i you he she it we they there this that these those anyone anybody someone somebody anything something everything my your"
                    + " his her our their its the a an");
    private static final Set<String> PRONOUNS = words("i you he she it we they there");
    private static final Set<String> QUESTION_WORDS = words("what where when why who whom whose which how");
    private static final Set<String> SHORT_FORMS = words("what's where's who's how's when's why's");
    /** They are as likely to go on with what was said before: "which is why". */
    private static final Set<String> RELATIVE = words("which");

    private static final Set<String> AGREEING = words("so neither nor");
    private static final Pattern PRONOUN_FORM = Pattern.compile("(i|you|he|she|it|we|they|there|that)('.*)?");
    /** Words between a question word and its verb: "how much money". */
    private static final int MOST_BETWEEN = 2;

    private final boolean marked;

    /** @param marked whether there are marks to go by */
    Questions(boolean marked) {
        this.marked = marked;
    }

    boolean isQuestion(Sentence sentence) {
        return sentence.words().stream().anyMatch(Marks::ask) || !marked && isAsked(sentence);
    }

    private static boolean isAsked(Sentence sentence) {
        var first = 0;
        while (OPENERS.contains(sentence.token(first))) {
            first++;
        }
        return isTurnedRound(sentence, first) || isWithQuestionWord(sentence, first) || isTagged(sentence, first);
    }

    private static boolean isTurnedRound(Sentence sentence, int at) {
        var verb = sentence.token(at);
        return VERBS.contains(verb)
                && (DEMANDS.contains(verb) ? PERSONS : SUBJECTS).contains(sentence.token(at + 1))
                && !isAgreed(sentence, at);
    }

    /** "So do I." */
    private static boolean isAgreed(Sentence sentence, int verb) {
        return AGREEING.contains(sentence.token(verb - 1))
                && verb + 2 == sentence.tokens().size();
    }

    private static boolean isWithQuestionWord(Sentence sentence, int first) {
        var word = sentence.token(first);
        if (SHORT_FORMS.contains(word) || isAbout(word, sentence.token(first + 1))) {
            return true;
        }
        var verb = first + 1;
        while (verb <= first + MOST_BETWEEN && isBetween(sentence.token(verb))) {
            verb++;
        }
        return QUESTION_WORDS.contains(word)
                && VERBS.contains(sentence.token(verb))
                && !(RELATIVE.contains(word) && verb == first + 1);
    }

    private static boolean isAbout(String word, String next) {
        return next.equals("about") && (word.equals("what") || word.equals("how"));
    }

    private static boolean isBetween(String token) {
        return !token.isEmpty()
                && !VERBS.contains(token)
                && !PRONOUN_FORM.matcher(token).matches();
    }

    private static boolean isTagged(Sentence sentence, int first) {
        var last = sentence.tokens().size() - 1;
        return last - 1 > first
                && PRONOUNS.contains(sentence.token(last))
                && VERBS.contains(sentence.token(last - 1))
                && !isAgreed(sentence, last - 1);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
