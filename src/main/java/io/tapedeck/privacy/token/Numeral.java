package io.tapedeck.privacy.token;

import java.util.Locale;
import java.util.Set;

/**
 * What the tokens at one place say together: "forty two", "double oh", "nine hundred", "x as in x-ray".
 *
 * @param tokens how many
 * @param characters digits, and letters in upper case
 */
public record Numeral(int tokens, String characters, boolean isQuantity) {
    private static final Numeral NOTHING = new Numeral(0, "", false);
    private static final Set<String> AND = Set.of("and");
    private static final Set<String> AS = Set.of("as");
    private static final Set<String> IN = Set.of("in");
    private static final Set<String> FOR = Set.of("for", "like");
    private static final int LONGEST_CAPITALS = 6;
    private static final int MOST_ZEROS = 8;

    /** Whether there is no number. */
    public boolean isNothing() {
        return tokens == 0;
    }

    @Override
    public String toString() {
        return "Numeral[tokens=%d]".formatted(tokens);
    }

    /** Of digits alone. */
    public static Numeral of(Line line, int position, boolean isWithin) {
        var token = line.at(position);
        return switch (token.kind()) {
            case FIGURES -> figure(line, position);
            case DIGIT, TEEN -> counted(line, position, 1, token.digits());
            case TENS ->
                isSmall(line, position + 1)
                        ? counted(
                                line,
                                position,
                                2,
                                token.digits().charAt(0) + line.at(position + 1).digits())
                        : counted(line, position, 1, token.digits());
            case OH -> isWithin || isNumberAfter(line, position) ? new Numeral(1, "0", false) : NOTHING;
            case LETTER ->
                token.text().equals("o")
                                && (isWithin && isNumberBefore(line, position) || isNumberAfter(line, position))
                        ? new Numeral(1, "0", false)
                        : NOTHING;
            case TIMES -> repeated(line, position, token);
            default -> NOTHING;
        };
    }

    /** Of digits and letters. */
    public static Numeral withLetters(Line line, int position, boolean isWithin) {
        var token = line.at(position);
        return switch (token.kind()) {
            case LETTER -> letter(line, position, token, isWithin);
            case SPELLED -> new Numeral(1, upper(token.text().replaceAll("[-.]", "")), false);
            case MIXED -> new Numeral(1, upper(token.text().replace("-", "")), false);
            case WORD ->
                isWithin && token.isAllCapitals() && token.text().length() <= LONGEST_CAPITALS
                        ? new Numeral(1, upper(token.text()), false)
                        : NOTHING;
            case TIMES ->
                line.isAt(position + 1, Kind.LETTER)
                        ? new Numeral(
                                2, upper(line.at(position + 1).text()).repeat(Integer.parseInt(token.digits())), false)
                        : of(line, position, isWithin);
            default -> of(line, position, isWithin);
        };
    }

    private static Numeral letter(Line line, int position, Token token, boolean isWithin) {
        var text = upper(token.text());
        if (line.isAt(position + 1, AS) && line.isAt(position + 2, IN) && position + 3 < line.size()) {
            return new Numeral(4, text, false);
        }
        if (line.isAt(position + 1, FOR)
                && line.isAt(position + 2, Kind.WORD)
                && line.at(position + 2).text().startsWith(token.text())) {
            return new Numeral(3, text, false);
        }
        var zero = of(line, position, isWithin);
        return zero.isNothing() ? new Numeral(1, text, false) : zero;
    }

    private static Numeral figure(Line line, int position) {
        var token = line.at(position);
        var isLarge = line.isAt(position + 1, Kind.SCALE);
        return new Numeral(isLarge ? 2 : 1, token.digits(), isLarge);
    }

    /** A number below a hundred with the hundreds and thousands that follow. */
    private static Numeral counted(Line line, int position, int tokens, String digits) {
        var next = position + tokens;
        if (line.isAt(next, Kind.SCALE)) {
            return rest(line, position, next + 1, digits + line.at(next).digits());
        }
        if (!line.isAt(next, Kind.HUNDRED)) {
            return new Numeral(tokens, digits, false);
        }
        if (line.isAt(next + 1, Kind.SCALE)
                || line.isAt(next + 1, AND) && isCounted(line, next + 2)
                || line.isAt(next + 1, Kind.TENS)) {
            return rest(line, position, next + 1, digits + "00");
        }
        return new Numeral(tokens + 1, digits + "00", false);
    }

    /** A quantity to its end: "four thousand three hundred and twelve". */
    private static Numeral rest(Line line, int start, int position, String digits) {
        var next = position;
        var sum = Long.parseLong(digits);
        var hundreds = small(line, next);
        if (!hundreds.isNothing() && line.isAt(next + hundreds.tokens(), Kind.HUNDRED)) {
            sum += 100 * Long.parseLong(hundreds.characters());
            next += hundreds.tokens() + 1;
        }
        var more = small(line, line.isAt(next, AND) ? next + 1 : next);
        if (!more.isNothing()) {
            sum += Long.parseLong(more.characters());
            next += more.tokens() + (line.isAt(next, AND) ? 1 : 0);
        }
        return new Numeral(next - start, String.valueOf(sum), true);
    }

    /** A number below a hundred in the same turn. */
    private static Numeral small(Line line, int position) {
        if (!line.continues(position) || !isCounted(line, position)) {
            return NOTHING;
        }
        var digits = line.at(position).digits();
        return line.isAt(position, Kind.TENS) && isSmall(line, position + 1)
                ? new Numeral(2, digits.charAt(0) + line.at(position + 1).digits(), false)
                : new Numeral(1, digits, false);
    }

    private static Numeral repeated(Line line, int position, Token times) {
        var next = position + 1;
        var isDigit = line.isAt(next, Kind.DIGIT)
                || line.isAt(next, Kind.OH)
                || line.isAt(next, Set.of("o"))
                || line.isAt(next, Kind.FIGURES) && line.at(next).digits().length() == 1;
        if (!isDigit) {
            return NOTHING;
        }
        var digit = line.isAt(next, Kind.LETTER) ? "0" : line.at(next).digits();
        return new Numeral(2, digit.repeat(Integer.parseInt(times.digits())), false);
    }

    private static boolean isCounted(Line line, int position) {
        return line.isAt(position, Kind.DIGIT) || line.isAt(position, Kind.TEEN) || line.isAt(position, Kind.TENS);
    }

    private static boolean isSmall(Line line, int position) {
        return line.isAt(position, Kind.DIGIT) && !line.at(position).digits().equals("0");
    }

    private static boolean isNumberAfter(Line line, int position) {
        var next = position + 1;
        while (line.isAt(next, Kind.OH) && next - position < MOST_ZEROS) {
            next++;
        }
        return next < line.size() && (line.at(next).kind().isNumeral() || line.isAt(next, Kind.TIMES));
    }

    private static boolean isNumberBefore(Line line, int position) {
        return position > 0 && (line.at(position - 1).kind().isNumeral() || line.isAt(position - 1, Kind.OH));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
