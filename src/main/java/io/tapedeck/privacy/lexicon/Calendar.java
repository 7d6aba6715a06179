package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** Months. */
public final class Calendar {
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec");

    private Calendar() {}

    public static boolean isMonth(String word) {
        return MONTHS.contains(word);
    }
}
