package io.tapedeck.amazontranscribe;

import io.tapedeck.problem.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.transcribe.model.LanguageCode;

/** The languages that Amazon Transcribe knows, each as it is spoken somewhere. */
final class AmazonLanguages {
    /** Where a language is meant that nobody named the country of. Of Arabic, what is also heard at 8 kHz. */
    private static final Map<String, LanguageCode> USUAL = Map.ofEntries(
            Map.entry("ar", LanguageCode.AR_AE),
            Map.entry("ckb", LanguageCode.CKB_IQ),
            Map.entry("de", LanguageCode.DE_DE),
            Map.entry("en", LanguageCode.EN_US),
            Map.entry("es", LanguageCode.ES_ES),
            Map.entry("et", LanguageCode.ET_EE),
            Map.entry("fr", LanguageCode.FR_FR),
            Map.entry("nb", LanguageCode.NO_NO),
            Map.entry("pt", LanguageCode.PT_BR),
            Map.entry("sw", LanguageCode.SW_KE),
            Map.entry("zh", LanguageCode.ZH_CN));

    private static final int MOST_NAMED = 12;

    private AmazonLanguages() {}

    /** The code of a language as BCP 47 has it; empty for one that is not known. */
    static Optional<LanguageCode> code(String language) {
        var wanted = language.toLowerCase(Locale.ROOT);
        return LanguageCode.knownValues().stream()
                .filter(code -> code.toString().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> Optional.ofNullable(USUAL.get(wanted)))
                .or(() -> spoken(wanted).stream().findFirst());
    }

    /** Why it is refused, and what would be right. */
    static Failure unsupported(String language) {
        var base = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        var near = spoken(base);
        var right = near.isEmpty()
                ? "Name one that it knows, such as en-US, or let another engine hear it."
                : "Of it, it knows %s."
                        .formatted(String.join(
                                ", ",
                                near.stream()
                                        .limit(MOST_NAMED)
                                        .map(LanguageCode::toString)
                                        .toList()));
        return new Failure(
                "unsupported-language",
                "Amazon Transcribe does not know the language %s. %s".formatted(AmazonWords.bounded(language), right));
    }

    private static List<LanguageCode> spoken(String base) {
        return LanguageCode.knownValues().stream()
                .filter(code -> code.toString().toLowerCase(Locale.ROOT).startsWith(base + "-"))
                .sorted()
                .toList();
    }
}
