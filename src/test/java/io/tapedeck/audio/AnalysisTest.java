package io.tapedeck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {
    @Test
    void aHundredCategoriesAreTheMost() {
        assertThatCode(() -> request(Collections.nCopies(100, category("x", "hello"))))
                .doesNotThrowAnyException();
        assertThat(errors(Collections.nCopies(101, category("x", "hello"))))
                .containsExactly(new FieldError("/categories", "must have 100 items at most"));
    }

    @Test
    void phrasesMustHaveATextOfUpToTwoHundredCharacters() {
        var wrong = "must have 1 to 200 characters, not all of them blank";
        assertThat(errors(
                        List.of(category("x", "fine", "", " \t", "x".repeat(10_000)), category("y", "y".repeat(200)))))
                .containsExactly(
                        new FieldError("/categories/0/phrases/1", wrong),
                        new FieldError("/categories/0/phrases/2", wrong),
                        new FieldError("/categories/0/phrases/3", wrong));
    }

    @Test
    void aCategoryHasANameAndAPhrase() {
        assertThat(errors(List.of(category(" "))))
                .extracting(FieldError::field)
                .containsExactly("/categories/0/name", "/categories/0/phrases");
    }

    @Test
    void fiftyPhrasesAreTheMost() {
        assertThat(errors(List.of(category("x", Collections.nCopies(51, "hello").toArray(String[]::new)))))
                .containsExactly(new FieldError("/categories/0/phrases", "must have 1 to 50 items"));
    }

    @Test
    void allPhrasesTogetherHaveALimit() {
        var many = Collections.nCopies(
                10, category("x", Collections.nCopies(25, "x".repeat(200)).toArray(String[]::new)));
        assertThatCode(() -> request(many)).doesNotThrowAnyException();

        var more = new ArrayList<>(many);
        more.add(category("y", "y"));
        assertThat(errors(more))
                .containsExactly(
                        new FieldError("/categories", "must have 50000 characters at most in all their phrases"));
    }

    @Test
    void patternsArePlainText() {
        assertThatCode(() -> request(List.of(category("x", "(", "[a", "*", "\\E", "$1"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.099, 600.001, Double.NaN, Double.POSITIVE_INFINITY})
    void thresholdsOutOfRangeAreRefused(double threshold) {
        var problem = catchThrowableOfType(ProblemException.class, () -> new Analysis(List.of(), threshold, true));
        assertThat(problem.errors())
                .containsExactly(new FieldError("/silenceThreshold", "must be a number of seconds from 0.1 to 600"));
    }

    private static List<FieldError> errors(List<PhraseCategory> categories) {
        return catchThrowableOfType(ProblemException.class, () -> request(categories))
                .errors();
    }

    private static Analysis request(List<PhraseCategory> categories) {
        return new Analysis(categories, 3, true);
    }

    private static PhraseCategory category(String name, String... phrases) {
        return new PhraseCategory(name, List.of(phrases), Optional.empty(), false);
    }
}
