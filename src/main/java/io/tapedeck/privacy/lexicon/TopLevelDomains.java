package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** What hosts end with when people say or write them. */
public final class TopLevelDomains {
    private static final Set<String> ENDS = Set.of(
            "com", "net", "org", "edu", "gov", "mil", "io", "co", "uk", "us", "ca", "de", "fr", "es", "it", "nl", "be",
            "ch", "at", "ie", "eu", "au", "nz", "in", "jp", "cn", "br", "mx", "se", "no", "dk", "fi", "pl", "pt",
            "info", "biz", "app", "dev", "ai", "me", "tv", "online", "shop", "store", "site", "tech", "cloud", "health",
            "bank", "example", "test", "local", "xyz");

    /** Those that people say after a dot that ends no host: "the dot at the end". */
    private static final Set<String> OTHER_WORDS = Set.of("at", "in", "it", "be", "no", "is");

    private TopLevelDomains() {}

    /** Whether a host can end with it after a spoken dot. */
    public static boolean isSpoken(String word) {
        return contains(word) && !OTHER_WORDS.contains(word);
    }

    /** Whether a host can end with it. */
    public static boolean contains(String word) {
        return ENDS.contains(word);
    }
}
