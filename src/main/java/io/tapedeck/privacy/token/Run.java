package io.tapedeck.privacy.token;

import java.util.List;

/**
 * Numerals, and letters where they count, that one voice says as one number: over pauses, fillers and turns.
 *
 * @param line whose it is
 * @param tokens those that say it, without fillers
 * @param characters digits, and letters in upper case
 * @param isQuantity whether it has thousands, or hundreds with something added
 */
public record Run(Line line, List<Token> tokens, String characters, boolean isQuantity) {
    public Run {
        tokens = List.copyOf(tokens);
    }

    public Token first() {
        return tokens.getFirst();
    }

    public Token last() {
        return tokens.getLast();
    }

    /** How many digits and letters it has. */
    public int length() {
        return characters.length();
    }

    public boolean isDigits() {
        return characters.chars().allMatch(Character::isDigit);
    }

    public long digitCount() {
        return characters.chars().filter(Character::isDigit).count();
    }

    /** Whether it is written as a date: "03/14/1982". */
    public boolean isWrittenDate() {
        return tokens.size() == 1 && first().text().matches("\\d{1,2}([/.-])\\d{1,2}\\1(\\d{2}|\\d{4})");
    }

    @Override
    public String toString() {
        return "Run[first=%s, length=%d]".formatted(first(), length());
    }
}
