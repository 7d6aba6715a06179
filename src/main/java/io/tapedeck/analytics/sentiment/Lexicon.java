package io.tapedeck.analytics.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What words are worth on their own, from -4 to 4. It is read once, when somebody first asks. */
final class Lexicon {
    private static final String FILE = "vader.txt";
    private static final int TERMS = 8192;
    private static final double TENTHS = 10;

    private Lexicon() {}

    /** Of a term in lower case; 0 of one that is not in it. */
    static double valence(String term) {
        return Read.VALENCES.getOrDefault(term, 0.0);
    }

    static boolean contains(String term) {
        return Read.VALENCES.containsKey(term);
    }

    private static Map<String, Double> read() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Lexicon.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            var valences = HashMap.<String, Double>newHashMap(TERMS);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var terms = line.split(" ");
                var valence = Integer.parseInt(terms[0]) / TENTHS;
                for (int i = 1; i < terms.length; i++) {
                    valences.put(terms[i], valence);
                }
            }
            return valences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded by the virtual machine at the first look. */
    private static final class Read {
        private static final Map<String, Double> VALENCES = read();
    }
}
