package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.audio.Analysis;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisRequestTest {
    private static final String CATEGORY = "{'name':'x','phrases':['hello']}";

    private final FieldErrors errors = new FieldErrors();

    @Test
    void whatIsNotSaidIsTheDefault() {
        assertThat(read("{}")).isEqualTo(Analysis.DEFAULT);
    }

    @Test
    void allThatCanBeAskedIsRead() {
        assertThat(read(
                        "{'categories':[{'name':'cancel','phrases':['cancel my order','good (morning|evening)'],'speaker':'customer',"
                                + "'absent':true}],'silenceThreshold':1.5,'summary':false}"))
                .isEqualTo(new Analysis(
                        List.of(new Analysis.Category(
                                "cancel",
                                List.of("cancel my order", "good (morning|evening)"),
                                Optional.of("customer"),
                                true)),
                        1.5,
                        false));
        assertThatCode(errors::refuse).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'categories':'x'}                                              | /categories
                    {'categories':[7]}                                              | /categories/0
                    {'categories':[{'phrases':['x']}]}                              | /categories/0/name
                    {'categories':[{'name':' ','phrases':['x']}]}                   | /categories/0/name
                    {'categories':[{'name':'x'}]}                                   | /categories/0/phrases
                    {'categories':[{'name':'x','phrases':[]}]}                      | /categories/0/phrases
                    {'categories':[{'name':'x','phrases':['fine','']}]}             | /categories/0/phrases/1
                    {'categories':[{'name':'x','phrases':['fine',' ']}]}            | /categories/0/phrases/1
                    {'categories':[{'name':'x','phrases':['fine'],'speaker':''}]}   | /categories/0/speaker
                    {'categories':[{'name':'x','phrases':['fine'],'regex':true}]}   | /categories/0/regex
                    {'silenceThreshold':0}                                          | /silenceThreshold
                    {'silenceThreshold':600.5}                                      | /silenceThreshold
                    {'silenceThreshold':'NaN'}                                      | /silenceThreshold
                    {'summary':'yes'}                                               | /summary
                    {'asNew':true}                                                  | /asNew
                    """)
    void whatCannotBeAskedIsNamed(String body, String pointer) {
        read(body);

        assertThat(wrong()).extracting(FieldError::field).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "...", "?!", ".*", "(", "\\u0000", "\uD83D\uDC4D", "_", "$", "\u0301"})
    void aPhraseThatNobodyCanSayIsRefused(String phrase) {
        read("{'categories':[{'name':'x','phrases':['fine','%s']}]}".formatted(phrase));

        assertThat(wrong()).containsExactly(new FieldError("/categories/0/phrases/1", "must have a letter or a digit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "C++", "it's", "good (morning|evening)", "\u4f60\u597d", "\uD835\uDC00"})
    void aLetterOrADigitIsEnough(String phrase) {
        read("{'categories':[{'name':'x','phrases':['%s']}]}".formatted(phrase.replace("'", "\u2019")));

        assertThatCode(errors::refuse).doesNotThrowAnyException();
    }

    @Test
    void aHundredCategoriesOfFiftyPhrasesAreTheMost() {
        read(categories(100, CATEGORY));
        assertThatCode(errors::refuse).doesNotThrowAnyException();

        read(categories(101, CATEGORY));
        assertThat(wrong()).containsExactly(new FieldError("/categories", "must have 0 to 100 items"));
    }

    @Test
    void phrasesHaveTwoHundredCharactersAtMost() {
        read(categories(1, category(50, 200)));
        assertThatCode(errors::refuse).doesNotThrowAnyException();

        read(categories(1, category(51, 1)));
        read(categories(1, category(1, 10_000)));
        assertThat(wrong())
                .containsExactly(
                        new FieldError("/categories/0/phrases", "must have 1 to 50 items"),
                        new FieldError("/categories/0/phrases/0", "must be a string of 1 to 200 characters"));
    }

    @Test
    void allPhrasesTogetherHaveALimit() {
        read(categories(5, category(50, 200)));
        assertThatCode(errors::refuse).doesNotThrowAnyException();

        read(categories(6, category(42, 200)));
        assertThat(wrong())
                .containsExactly(new FieldError("/categories", "must have 50000 characters at most in all phrases"));
    }

    private List<FieldError> wrong() {
        return catchThrowableOfType(ProblemException.class, errors::refuse).errors();
    }

    private Analysis read(String body) {
        var tree = (ObjectNode) new Json().read(body.replace('\'', '"'));
        return AnalysisRequest.read(new Fields(tree, "", errors));
    }

    private static String categories(int count, String category) {
        return "{'categories':[" + String.join(",", Collections.nCopies(count, category)) + "]}";
    }

    private static String category(int phrases, int length) {
        return "{'name':'x','phrases':['" + String.join("','", Collections.nCopies(phrases, "x".repeat(length)))
                + "']}";
    }
}
