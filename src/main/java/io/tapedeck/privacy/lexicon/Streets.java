package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** What the names of streets end with, and what follows them. */
public final class Streets {
    private static final Set<String> CERTAIN = Set.of(
            "street",
            "avenue",
            "ave",
            "road",
            "rd",
            "drive",
            "lane",
            "ln",
            "court",
            "ct",
            "boulevard",
            "blvd",
            "parkway",
            "pkwy",
            "highway",
            "hwy",
            "terrace",
            "crescent",
            "st",
            "dr");
    private static final Set<String> POSSIBLE = Set.of(
            "way", "place", "pl", "circle", "square", "trail", "close", "hill", "row", "walk", "gardens", "park",
            "loop", "grove");
    private static final Set<String> UNITS =
            Set.of("apartment", "apt", "suite", "ste", "unit", "flat", "floor", "number");

    private Streets() {}

    /** Whether a street's name ends with it. */
    public static boolean isType(String word) {
        return CERTAIN.contains(word);
    }

    /** Whether a street's name can end with it, among much else. */
    public static boolean mayBeType(String word) {
        return POSSIBLE.contains(word);
    }

    /** Whether what follows is a part of a building. */
    public static boolean isUnit(String word) {
        return UNITS.contains(word);
    }
}
