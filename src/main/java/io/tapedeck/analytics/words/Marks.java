package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The marks that are written behind words. */
final class Marks {
    /** Of any script, those that are an exclamation too, and the Greek one, where it is not a semicolon. */
    private static final String QUESTIONS = "?\uff1f\ufe56\u061f\u037e\u055e\u1367\u203d\u2047\u2048\u2049";

    private static final String ENDS = ".!\u2026\u3002\uff01\u0964" + QUESTIONS;
    private static final String OPENS_QUESTION = "\u00bf";
    /** What addresses of pages have, in which a question mark asks nothing. */
    private static final Pattern ADDRESS = Pattern.compile(".*[/=].*|www\\..*");

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

    /** Whether a word has a question mark, whatever is written behind that: "Really?!", "it?...", "Sure?yes." */
    static boolean ask(Word word) {
        var text = open(word.text());
        var end = text.length();
        while (end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return hasQuestion(text.substring(end))
                || hasQuestion(text) && !ADDRESS.matcher(text).matches();
    }

    private static boolean hasQuestion(String text) {
        return text.chars().anyMatch(mark -> QUESTIONS.indexOf(mark) >= 0 || OPENS_QUESTION.indexOf(mark) >= 0);
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
                || Character.getType(mark) == Character.INITIAL_QUOTE_PUNCTUATION
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
