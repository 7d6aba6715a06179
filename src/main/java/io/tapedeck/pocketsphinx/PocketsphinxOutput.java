package io.tapedeck.pocketsphinx;

import io.tapedeck.transcript.NoiseTokens;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.format.EngineWords;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code pocketsphinx_continuous -time yes} prints: a line for each word with start, end and probability. */
public final class PocketsphinxOutput {
    private static final String NUMBER = "(\\d{1,7}\\.\\d{1,9})";
    private static final Pattern WORD = Pattern.compile("(\\S{1,100}) " + NUMBER + " " + NUMBER + " " + NUMBER);
    /** Of one that is said in several ways: {@code good(2)}. */
    private static final Pattern VARIANT = Pattern.compile("\\(\\d+\\)$");

    private PocketsphinxOutput() {}

    /**
     * The words, without what is none.
     *
     * @param lines that were printed
     * @param duration of what was heard, seconds
     */
    public static List<Word> words(Stream<String> lines, double duration) {
        var words = new EngineWords(duration);
        lines.map(WORD::matcher)
                .filter(line -> line.matches())
                .forEach(line -> words.add(
                        VARIANT.matcher(line.group(1)).replaceFirst(""),
                        Double.parseDouble(line.group(2)),
                        Double.parseDouble(line.group(3)),
                        Double.parseDouble(line.group(4))));
        return NoiseTokens.without(words.words());
    }
}
