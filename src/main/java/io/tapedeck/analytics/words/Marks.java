package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The marks that are written behind words. */
final class Marks {
    private static final String ENDS = ".?!\u2026\u3002\uff1f\uff01\u061f\u0964";
    private static final String QUESTIONS = "?\uff1f\u061f";
    private static final String PAUSES = ",;:\uff0c\u3001\uff1b\uff1a\u060c";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr.", "mrs.", "ms.", "dr.", "st.", "no.", "vs.", "etc.", "e.g.", "i.e.", "a.m.", "p.m.", "jr.", "sr.",
            "prof.");
    private static final int INITIAL = 2;

    private Marks() {}

    /** Whether a sentence ends with a word. */
    static boolean endsSentence(Word word) {
        var text = open(word.text());
        return endsWith(text, ENDS) && !isAbbreviation(text);
    }

    static boolean endsQuestion(Word word) {
        return endsWith(open(word.text()), QUESTIONS);
    }

    /** Whether anything is written behind a word that parts it from the next. */
    static boolean part(Word word) {
        return endsWith(word.text(), PAUSES) || endsSentence(word);
    }

    /** Whether whoever wrote the words wrote where sentences end. */
    static boolean areWritten(List<Stretch> stretches) {
        return stretches.stream().flatMap(stretch -> stretch.words().stream()).anyMatch(Marks::endsSentence);
    }

    /** Without quotation marks and brackets that close behind it. */
    private static String open(String text) {
        var end = text.length();
        while (end > 0 && isClosing(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isClosing(char mark) {
        return mark == '"'
                || mark == '\''
                || Character.getType(mark) == Character.END_PUNCTUATION
                || Character.getType(mark) == Character.FINAL_QUOTE_PUNCTUATION;
    }

    private static boolean isAbbreviation(String text) {
        return text.endsWith(".")
                && (ABBREVIATIONS.contains(text.toLowerCase(Locale.ROOT))
                        || text.length() == INITIAL && Character.isUpperCase(text.charAt(0)));
    }

    private static boolean endsWith(String text, String marks) {
        return !text.isEmpty() && marks.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
