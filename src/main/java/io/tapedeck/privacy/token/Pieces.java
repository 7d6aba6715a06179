package io.tapedeck.privacy.token;

import io.tapedeck.transcript.Placeholder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one written word. */
final class Pieces {
    private static final Set<String> FILLERS = Set.of(
            "um", "uh", "uhm", "er", "erm", "ah", "hmm", "hm", "mm", "mhm", "mmhmm", "mm-hmm", "mm-hm", "uh-huh",
            "okay", "ok", "yeah", "yes", "yep", "yup", "right", "alright", "sure", "well", "so");

    private static final Set<String> MARKS = Set.of(
            "dot",
            "point",
            "period",
            "dash",
            "hyphen",
            "minus",
            "underscore",
            "slash",
            "at",
            "plus",
            "colon",
            "hash",
            "space",
            "backslash",
            "tilde");

    private static final Pattern AROUND =
            Pattern.compile("^[^\\p{L}\\p{N}$£€+@#]+|[^\\p{L}\\p{N}%$£€+]+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AMOUNT = Pattern.compile(
            "[$£€].*|.*[%$£€]|\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+[.,]\\d{1,2}|\\d{1,2}:\\d{2}(:\\d{2})?([ap]m)?|\\d{1,2}[ap]m");
    private static final Pattern FIGURES = Pattern.compile("[+#]?\\(?\\d[\\d\\-./()–]*");
    private static final Pattern HYPHEN = Pattern.compile("-");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern WRITTEN_ORDINAL = Pattern.compile("(\\d{1,2})(st|nd|rd|th)");
    private static final Pattern SPELLED = Pattern.compile("\\p{L}([-.]\\p{L})+");
    /** Digits with an extension, or in groups: "415-555-2671x123". */
    private static final Pattern EXTENDED = Pattern.compile("[+]?\\(?(\\d[\\d\\-./()–]*)((x|ext\\.?)\\d+)+");
    /** Digits from which on nothing is an amount. */
    private static final int LONGEST_AMOUNT = 12;
    /** Digits from which on a number has an extension. */
    private static final int WHOLE_PHONE = 10;

    private static final Pattern MIXED = Pattern.compile("(?=.*\\d)(?=.*\\p{L})[\\p{L}\\d\\-]+");
    private static final Set<String> HALVES_OF_DAY = Set.of("a.m", "p.m");

    private Pieces() {}

    /** One piece, or several where more are written as one word: "twenty-two", "card=4111". */
    static List<Piece> of(String raw) {
        if (Placeholder.is(raw)) {
            return List.of(Piece.of(raw, Kind.PLACEHOLDER));
        }
        return pieces(Characters.plain(raw).toLowerCase(Locale.ROOT));
    }

    /** Whether a number, or what is spelled, may have a word as a part. */
    static boolean isPart(String word) {
        return NumberWords.of(word) != null || MARKS.contains(word);
    }

    private static List<Piece> pieces(String lower) {
        var text = text(lower);
        var number = NumberWords.of(text);
        if (number != null) {
            return List.of(number);
        }
        if (text.indexOf('-') > 0) {
            var parts = Arrays.stream(HYPHEN.split(text)).map(NumberWords::of).toList();
            if (!parts.isEmpty() && parts.stream().allMatch(Objects::nonNull)) {
                return parts;
            }
        }
        var whole = single(text);
        var parts = isWord(lower) || isNumber(whole) ? List.<String>of() : Seams.parts(lower);
        return parts.isEmpty()
                ? List.of(whole)
                : parts.stream().flatMap(part -> pieces(part).stream()).toList();
    }

    /** Without what is around it and without apostrophes. */
    private static String text(String lower) {
        return isWord(lower) ? lower : AROUND.matcher(lower).replaceAll("").replace("'", "");
    }

    private static boolean isNumber(Piece piece) {
        return piece.kind() == Kind.FIGURES || piece.kind() == Kind.AMOUNT || piece.kind() == Kind.ORDINAL;
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static Piece single(String text) {
        if (FILLERS.contains(text) || text.isEmpty()) {
            return Piece.of(text, Kind.FILLER);
        }
        if (MARKS.contains(text)) {
            return Piece.of(text, Kind.MARK);
        }
        if (text.length() > 1 && isWord(text)) {
            return Piece.of(text, Kind.WORD);
        }
        var digits = NO_DIGIT.matcher(text).replaceAll("");
        var isAmount = AMOUNT.matcher(text).matches();
        if (isAmount && digits.length() <= LONGEST_AMOUNT) {
            return Piece.of(text, Kind.AMOUNT);
        }
        if (isAmount && !digits.isEmpty() || FIGURES.matcher(text).matches() || isExtended(text, digits)) {
            return new Piece(text, Kind.FIGURES, digits);
        }
        return lettered(text);
    }

    private static boolean isExtended(String text, String digits) {
        var extended = EXTENDED.matcher(text);
        return digits.length() >= WHOLE_PHONE
                && extended.matches()
                && (digits.length() > LONGEST_AMOUNT
                        || NO_DIGIT.matcher(extended.group(1)).replaceAll("").length() >= WHOLE_PHONE);
    }

    private static Piece lettered(String text) {
        var ordinal = WRITTEN_ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return new Piece(text, Kind.ORDINAL, ordinal.group(1));
        }
        if (text.length() == 1 && Character.isLetter(text.charAt(0))) {
            return Piece.of(text, Kind.LETTER);
        }
        if (SPELLED.matcher(text).matches() && !HALVES_OF_DAY.contains(text)) {
            return Piece.of(text, Kind.SPELLED);
        }
        return Piece.of(text, MIXED.matcher(text).matches() ? Kind.MIXED : Kind.WORD);
    }
}
