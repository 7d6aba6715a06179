package io.tapedeck.http.request;

import io.tapedeck.audio.Analysis;
import io.tapedeck.http.Fields;
import java.util.List;

/** Reads what is asked of an analysis. */
public final class AnalysisRequest {
    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_PHRASES = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PHRASE = 200;
    /** Characters: a job is one row of a table, which has its limit. */
    private static final int LONGEST_PHRASES = 50_000;

    private static final int LONGEST_SPEAKER = 64;
    private static final double LEAST_SILENCE = 0.1;
    private static final double MOST_SILENCE = 600;

    private AnalysisRequest() {}

    /** Reads the body of a request to analyze. */
    public static Analysis read(Fields fields) {
        var categories = fields.objects("categories", 0, MOST_CATEGORIES, AnalysisRequest::category)
                .orElse(List.of());
        if (characters(categories) > LONGEST_PHRASES) {
            fields.wrong("categories", "must have %d characters at most in all phrases".formatted(LONGEST_PHRASES));
        }
        var analysis = new Analysis(
                categories,
                fields.number("silenceThreshold", LEAST_SILENCE, MOST_SILENCE).orElse(Analysis.DEAD_AIR),
                fields.flag("summary").orElse(true));
        fields.done();
        return analysis;
    }

    private static Analysis.Category category(Fields fields) {
        var name = fields.required("name", fields.text("name", LONGEST_NAME));
        name.filter(String::isBlank).ifPresent(_ -> fields.wrong("name", "must not be blank"));
        var phrases = fields.required("phrases", fields.texts("phrases", 1, MOST_PHRASES, LONGEST_PHRASE))
                .orElse(List.of());
        for (int i = 0; i < phrases.size(); i++) {
            if (phrases.get(i).codePoints().noneMatch(Character::isLetterOrDigit)) {
                fields.wrong("phrases", i, "must have a letter or a digit");
            }
        }
        var category = new Analysis.Category(
                name.orElse(""),
                phrases,
                fields.text("speaker", LONGEST_SPEAKER),
                fields.flag("absent").orElse(false));
        fields.done();
        return category;
    }

    private static int characters(List<Analysis.Category> categories) {
        return categories.stream()
                .flatMap(category -> category.phrases().stream())
                .mapToInt(String::length)
                .sum();
    }
}
