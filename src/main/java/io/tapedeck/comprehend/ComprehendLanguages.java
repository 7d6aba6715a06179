package io.tapedeck.comprehend;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that Amazon Comprehend knows. */
final class ComprehendLanguages {
    private static final Set<String> KNOWN = Set.of("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pt", "zh");
    private static final Set<String> WITH_PERSONAL_DATA = Set.of("en", "es");
    private static final Set<String> TRADITIONAL = Set.of("hant", "tw", "hk", "mo");

    private ComprehendLanguages() {}

    /** The code of a language as BCP 47 has it; empty for one in which it does not find personal data. */
    static Optional<String> codeForPersonalData(String language) {
        return code(language).filter(WITH_PERSONAL_DATA::contains);
    }

    /** The code of a language as BCP 47 has it; empty for one that it does not know the feelings of. */
    static Optional<String> code(String language) {
        var tags = language.toLowerCase(Locale.ROOT).split("[-_]", -1);
        if (tags[0].equals("zh") && tags.length > 1 && TRADITIONAL.contains(tags[1])) {
            return Optional.of("zh-TW");
        }
        return Optional.of(tags[0]).filter(KNOWN::contains);
    }
}
