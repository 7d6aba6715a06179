package io.tapedeck.audio;

import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out the figures of a call. The audio stays as it is.
 *
 * @param categories to sort the call into
 * @param silenceThreshold seconds from which silence is dead air
 * @param summary whether one is wanted
 */
public record Analysis(List<PhraseCategory> categories, double silenceThreshold, boolean summary) {
    /** Without categories, dead air from 3 s on, and a summary. */
    public static final Analysis DEFAULT = new Analysis(List.of(), 3, true);

    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_PHRASES = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PHRASE = 200;
    /** A job is one row of a table, which has its limit. */
    private static final int LONGEST_PHRASES = 50_000;

    private static final double LEAST_SILENCE = 0.1;
    private static final double MOST_SILENCE = 600;

    /** @throws ProblemException invalid-request that names all that is wrong */
    public Analysis {
        categories = List.copyOf(categories);
        var errors = new ArrayList<FieldError>();
        if (categories.size() > MOST_CATEGORIES) {
            errors.add(new FieldError("/categories", "must have %d items at most".formatted(MOST_CATEGORIES)));
        }
        for (int i = 0; i < Math.min(categories.size(), MOST_CATEGORIES); i++) {
            check(categories.get(i), "/categories/" + i, errors);
        }
        if (length(categories) > LONGEST_PHRASES) {
            errors.add(new FieldError(
                    "/categories", "must have %d characters at most in all their phrases".formatted(LONGEST_PHRASES)));
        }
        if (!(silenceThreshold >= LEAST_SILENCE && silenceThreshold <= MOST_SILENCE)) {
            errors.add(new FieldError("/silenceThreshold", "must be a number of seconds from 0.1 to 600"));
        }
        refuse(errors);
    }

    private static void check(PhraseCategory category, String at, List<FieldError> errors) {
        length(category.name(), LONGEST_NAME).ifPresent(wrong -> errors.add(new FieldError(at + "/name", wrong)));
        var phrases = category.phrases();
        if (phrases.isEmpty() || phrases.size() > MOST_PHRASES) {
            errors.add(new FieldError(at + "/phrases", "must have 1 to %d items".formatted(MOST_PHRASES)));
        }
        for (int i = 0; i < Math.min(phrases.size(), MOST_PHRASES); i++) {
            var place = at + "/phrases/" + i;
            length(phrases.get(i), LONGEST_PHRASE).ifPresent(wrong -> errors.add(new FieldError(place, wrong)));
        }
    }

    private static int length(List<PhraseCategory> categories) {
        return categories.stream()
                .flatMap(category -> category.phrases().stream())
                .filter(phrase -> phrase.length() <= LONGEST_PHRASE)
                .mapToInt(String::length)
                .sum();
    }

    private static Optional<String> length(String text, int longest) {
        return text.isBlank() || text.length() > longest
                ? Optional.of("must have 1 to %d characters, not all of them blank".formatted(longest))
                : Optional.empty();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            throw new ProblemException(ProblemType.INVALID_REQUEST, first.field() + " " + first.message(), errors);
        }
    }
}
