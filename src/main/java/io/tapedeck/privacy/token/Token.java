package io.tapedeck.privacy.token;

import java.util.Set;

/**
 * A word of a transcript, or a part of one, in lower case and without what is around it. Its text is nobody's business: it
 * does not tell it.
 *
 * @param order place among all tokens of the conversation
 * @param line index of the line of its voice
 * @param position place in that line
 * @param segment index in the transcript
 * @param word index in the segment
 * @param start seconds
 * @param end seconds
 * @param raw as it stands in the transcript, in plain characters
 * @param text letters in lower case without apostrophes
 * @param digits those of a numeral; empty for others
 */
public record Token(
        int order,
        int line,
        int position,
        int segment,
        int word,
        double start,
        double end,
        String raw,
        String text,
        Kind kind,
        String digits) {

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isOneOf(Set<String> texts) {
        return texts.contains(text);
    }

    /** Whether a sentence ends with it, as far as the engine wrote so. */
    public boolean endsSentence() {
        return endsWith(".?!");
    }

    /** Whether a part of a sentence ends with it. */
    public boolean endsClause() {
        return endsWith(".?!,;");
    }

    /** Whether it stands in brackets, as what recognisers put in themselves does. */
    public boolean isBracketed() {
        return raw.length() > 1 && "[<{".indexOf(raw.charAt(0)) >= 0 && endsWith("]>}");
    }

    /** Whether it is written with a capital. */
    public boolean isCapital() {
        var first = raw.codePoints().filter(Character::isLetter).findFirst();
        return first.isPresent() && Character.isUpperCase(first.getAsInt());
    }

    /** Whether it is two letters or more and all of them are capitals. */
    public boolean isAllCapitals() {
        return text.length() > 1 && raw.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    @Override
    public String toString() {
        return "Token[segment=%d, word=%d, kind=%s]".formatted(segment, word, kind);
    }

    private boolean endsWith(String marks) {
        return marks.indexOf(raw.charAt(raw.length() - 1)) >= 0;
    }
}
