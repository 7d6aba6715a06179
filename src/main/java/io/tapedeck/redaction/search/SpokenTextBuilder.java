package io.tapedeck.redaction.search;

import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Numeral;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/** Makes a spoken text of the parts of its words. */
final class SpokenTextBuilder {
    private static final Set<String> AS = Set.of("as");
    private static final Set<String> IN = Set.of("in");
    private static final Set<String> FOR = Set.of("for", "like");
    private static final Set<String> WORDS = Set.of("a", "i");

    private final WordParts parts;
    private final Line line;
    private final StringBuilder symbols = new StringBuilder();
    private final int[] offsets;
    private int[] first = new int[64];
    private int[] last = new int[64];
    private boolean[] starts = new boolean[64];
    private boolean[] plain = new boolean[64];
    private final BitSet stems = new BitSet();
    private int reached = 0;

    SpokenTextBuilder(WordParts parts, Line line, int words) {
        this.parts = parts;
        this.line = line;
        this.offsets = new int[words + 1];
    }

    SpokenText text() {
        for (int i = 0; i < line.size(); ) {
            i += Math.max(1, add(i));
        }
        reach(offsets.length - 1);
        var length = symbols.length();
        return new SpokenText(
                symbols.toString(),
                Arrays.copyOf(first, length),
                Arrays.copyOf(last, length),
                Arrays.copyOf(starts, length),
                Arrays.copyOf(plain, length),
                stems,
                offsets);
    }

    /** Adds what is said at a place. How many tokens say it. */
    private int add(int position) {
        var token = line.at(position);
        var isWithin = !symbols.isEmpty() && Character.isDigit(symbols.charAt(symbols.length() - 1));
        var numeral = Numeral.of(line, position, isWithin);
        if (token.is(Kind.TENS) && isSmallOrdinal(position + 1)) {
            return put(
                    position,
                    2,
                    token.digits().charAt(0) + line.at(position + 1).digits());
        }
        if (!numeral.isNothing()) {
            return put(position, numeral.tokens(), numeral.characters());
        }
        return switch (token.kind()) {
            case PLACEHOLDER -> put(position, 1, String.valueOf(SpokenText.BREAK));
            case FILLER, MARK, OH -> 1;
            case ORDINAL -> put(position, 1, token.digits());
            case LETTER -> put(position, lettered(position), token.text());
            case TIMES ->
                line.isAt(position + 1, Kind.LETTER)
                        ? put(position, 2, line.at(position + 1).text().repeat(Integer.parseInt(token.digits())))
                        : put(position, 1, token.text());
            default -> put(position, 1, token.text());
        };
    }

    /** How many tokens say a letter: "x as in x-ray", "b for bravo". */
    private int lettered(int position) {
        if (line.isAt(position + 1, AS) && line.isAt(position + 2, IN) && position + 3 < line.size()) {
            return toEndOfWord(position + 3) - position;
        }
        var letter = line.at(position).text();
        var isExplained = !WORDS.contains(letter)
                && line.isAt(position + 1, FOR)
                && line.isAt(position + 2, Kind.WORD)
                && line.at(position + 2).text().startsWith(letter);
        return isExplained ? 3 : 1;
    }

    private int toEndOfWord(int position) {
        var end = position + 1;
        while (end < line.size() && word(end) == word(position)) {
            end++;
        }
        return end;
    }

    private boolean isSmallOrdinal(int position) {
        return line.isAt(position, Kind.ORDINAL) && line.at(position).digits().length() == 1;
    }

    private int put(int position, int tokens, String characters) {
        reach(word(position));
        var from = symbols.length();
        symbols.append(characters.toLowerCase(Locale.ROOT));
        grow(symbols.length());
        var isPlain = true;
        for (int i = position; i < position + tokens; i++) {
            isPlain &= !parts.special().get(line.at(i).word());
        }
        for (int i = from; i < symbols.length(); i++) {
            first[i] = word(position);
            last[i] = word(position + tokens - 1);
            plain[i] = isPlain;
        }
        starts[from] = true;
        if (parts.possessive().get(line.at(position).word())) {
            stems.set(symbols.length() - 1);
        }
        return tokens;
    }

    /** Words up to this begin no later than here. */
    private void reach(int word) {
        while (reached <= word) {
            offsets[reached++] = symbols.length();
        }
    }

    private int word(int position) {
        return parts.words().get(line.at(position).word());
    }

    private void grow(int length) {
        if (length > first.length) {
            var size = Math.max(length, 2 * first.length);
            first = Arrays.copyOf(first, size);
            last = Arrays.copyOf(last, size);
            starts = Arrays.copyOf(starts, size);
            plain = Arrays.copyOf(plain, size);
        }
    }
}
