package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** The states of the United States. */
public final class States {
    private static final Set<String> ONE_WORD = Set.of(
            "alabama",
            "alaska",
            "arizona",
            "arkansas",
            "california",
            "colorado",
            "connecticut",
            "delaware",
            "florida",
            "georgia",
            "hawaii",
            "idaho",
            "illinois",
            "indiana",
            "iowa",
            "kansas",
            "kentucky",
            "louisiana",
            "maine",
            "maryland",
            "massachusetts",
            "michigan",
            "minnesota",
            "mississippi",
            "missouri",
            "montana",
            "nebraska",
            "nevada",
            "ohio",
            "oklahoma",
            "oregon",
            "pennsylvania",
            "tennessee",
            "texas",
            "utah",
            "vermont",
            "virginia",
            "washington",
            "wisconsin",
            "wyoming");
    private static final Set<String> FIRST_WORDS = Set.of("new", "north", "south", "west", "rhode", "district");
    private static final Set<String> TWO_WORDS = Set.of(
            "new hampshire",
            "new jersey",
            "new mexico",
            "new york",
            "north carolina",
            "north dakota",
            "rhode island",
            "south carolina",
            "south dakota",
            "west virginia");
    private static final Set<String> SHORT = Set.of(
            "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la",
            "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok",
            "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc");

    private States() {}

    public static boolean isOneWord(String word) {
        return ONE_WORD.contains(word);
    }

    public static boolean isTwoWords(String first, String second) {
        return FIRST_WORDS.contains(first) && TWO_WORDS.contains(first + " " + second);
    }

    /** Whether two letters stand for one, where they are written as capitals. */
    public static boolean isShort(String letters) {
        return SHORT.contains(letters);
    }
}
