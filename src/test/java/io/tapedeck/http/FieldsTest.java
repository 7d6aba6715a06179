package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.access.Scope;
import io.tapedeck.call.Role;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final FieldErrors errors = new FieldErrors();

    @Test
    void whatIsNotThereIsAbsentAndNoError() {
        var fields = fields("{}");

        assertThat(fields.text("a", 5)).isEmpty();
        assertThat(fields.integer("a", 0, 5)).isEmpty();
        assertThat(fields.flag("a")).isEmpty();
        assertThat(fields.choice("a", Role.class)).isEmpty();
        assertThat(fields.object("a")).isEmpty();
        assertThat(fields.texts("a", 5, 5)).isEmpty();
        fields.done();
        errors.refuse();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0,0", "5,5", "5.0,5", "5e0,5", "0.05e2,5", "50E-1,5", "0e999999999,0", "-0.0,0"})
    void wholeNumbersMayBeWrittenInAnyWay(String written, long number) {
        assertThat(fields("{\"n\":" + written + "}").integer("n", 0, 5)).contains(number);
        errors.refuse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "6",
                "5.5",
                "1e99",
                "-1e99",
                "1e-99",
                "1e999999999",
                "1e-999999999",
                "-1e999999999",
                "18446744073709551621",
                "\"5\"",
                "true",
                "null",
                "[5]",
                "{}"
            })
    void numbersOutOfRangeAndWhatIsNoneAreWrong(String written) {
        assertThat(fields("{\"n\":" + written + "}").integer("n", 0, 5)).isEmpty();

        wrong("/n", "must be a whole number from 0 to 5");
    }

    @ParameterizedTest
    @CsvSource({"-40,-40", "-8.0,-8", "-16.12345,-16.123", "-0.16125e2,-16.125", "-39.9996,-40"})
    void numbersAreTakenToTheThousandth(String written, double number) {
        assertThat(fields("{\"n\":" + written + "}").number("n", -40, -8)).contains(number);
        errors.refuse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-40.0001", "-7.9999", "1e999999999", "-1e999999999", "1e-999999999", "\"-9\"", "null"})
    void numbersOutOfTheirRangeAreWrong(String written) {
        assertThat(fields("{\"n\":" + written + "}").number("n", -40, -8)).isEmpty();

        wrong("/n", "must be a number from -40 to -8");
    }

    @Test
    void aListWithAnItemThatIsWrongIsNoList() {
        assertThat(fields("{\"l\":[1,\"2\",3]}").numbers("l", 5, 0, 9)).isEmpty();

        wrong("/l/1", "must be a number from 0 to 9");
    }

    @Test
    void choicesMayBeOfSeveralKinds() {
        var choices = List.of(true, 8000, Role.AGENT);

        assertThat(fields("{\"c\":true}").choice("c", choices)).contains(true);
        assertThat(fields("{\"c\":8e3}").choice("c", choices)).contains(8000);
        assertThat(fields("{\"c\":\"agent\"}").choice("c", choices)).contains(Role.AGENT);
        assertThat(fields("{\"c\":\"8000\"}").choice("c", choices)).isEmpty();
        assertThat(fields("{\"c\":\"true\"}").choice("c", choices)).isEmpty();
        assertThat(problem().errors()).extracting(FieldError::message).containsOnly("must be one of true, 8000, agent");
    }

    @Test
    void lengthsCountCharactersOfUnicode() {
        var fields = fields("{\"a\":\"🎧🎧\",\"b\":\"🎧🎧🎧\"}");

        assertThat(fields.text("a", 2)).contains("🎧🎧");
        assertThat(fields.text("b", 2)).isEmpty();
        wrong("/b", "must be a string of 1 to 2 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"abc\"", "1", "null", "false", "[\"a\"]", "{}"})
    void textsOfTheWrongLengthOrTypeAreWrong(String written) {
        assertThat(fields("{\"t\":" + written + "}").text("t", 2)).isEmpty();

        wrong("/t", "must be a string of 1 to 2 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"a\\n\"", "\" a\"", "1", "null"})
    void textsOfAnotherFormAreWrong(String written) {
        assertThat(fields("{\"t\":" + written + "}").text("t", Pattern.compile("[ab]"), "must be a or b"))
                .isEmpty();

        wrong("/t", "must be a or b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null", "[]"})
    void flagsAreTrueOrFalse(String written) {
        assertThat(fields("{\"f\":" + written + "}").flag("f")).isEmpty();

        wrong("/f", "must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"AGENT\"", "\"agent \"", "\"nobody\"", "0", "null"})
    void choicesAreByTheNameThatTheyHaveOutside(String written) {
        assertThat(fields("{\"role\":\"agent\"}").choice("role", Role.class)).contains(Role.AGENT);
        assertThat(fields("{\"role\":" + written + "}").choice("role", Role.class))
                .isEmpty();

        wrong("/role", "must be one of agent, customer, assistant, other");
    }

    @Test
    void whatIsWrongInsideIsNamedByItsJsonPointer() {
        var fields = fields("{\"a/b~c\":{\"items\":[{\"n\":1},{\"n\":\"x\"},7]}}");

        fields.object("a/b~c").orElseThrow().objects("items", 0, 9, item -> item.integer("n", 0, 1));

        assertThat(problem().errors())
                .containsExactly(
                        new FieldError("/a~1b~0c/items/1/n", "must be a whole number from 0 to 1"),
                        new FieldError("/a~1b~0c/items/2", "must be an object"));
    }

    @Test
    void listsHaveTheirLimits() {
        assertThat(fields("{\"l\":[]}").objects("l", 1, 2, item -> item)).isEmpty();
        assertThat(fields("{\"l\":[{},{},{}]}").objects("l", 1, 2, item -> item))
                .isEmpty();
        assertThat(fields("{\"l\":{}}").objects("l", 1, 2, item -> item)).isEmpty();

        assertThat(problem().errors())
                .containsExactly(
                        new FieldError("/l", "must have 1 to 2 items"),
                        new FieldError("/l", "must have 1 to 2 items"),
                        new FieldError("/l", "must be a list"));
    }

    @Test
    void textsInAListAreUnique() {
        assertThat(fields("{\"tags\":[\"a\",\"b\",\"A\"]}").texts("tags", 5, 5)).contains(List.of("a", "b", "A"));
        assertThat(fields("{\"tags\":[\"a\",\"b\",\"a\"]}").texts("tags", 5, 5)).isEmpty();

        wrong("/tags", "must not contain duplicates");
    }

    @Test
    void choicesInAListAreRead() {
        assertThat(fields("{\"scopes\":[\"read\",\"admin\"]}").choices("scopes", 1, Scope.class))
                .contains(List.of(Scope.READ, Scope.ADMIN));

        fields("{\"scopes\":[\"root\"]}").choices("scopes", 1, Scope.class);

        wrong("/scopes/0", "must be one of read, write, download, delete, admin");
    }

    @Test
    void whatNobodyAskedForIsUnknownOrReadOnly() {
        var fields = fields("{\"known\":1,\"id\":2,\"x\":null}");
        fields.integer("known", 0, 1);

        fields.done(Set.of("id", "created"));

        assertThat(problem().errors())
                .containsExactly(new FieldError("/id", "is read-only"), new FieldError("/x", "is unknown"));
    }

    @Test
    void whatIsRequiredMustBeThere() {
        var fields = fields("{\"a\":\"\"}");

        fields.required("a", fields.text("a", 1));
        fields.required("b", fields.text("b", 1));

        assertThat(problem().errors())
                .containsExactly(
                        new FieldError("/a", "must be a string of 1 to 1 characters"),
                        new FieldError("/b", "is required"));
    }

    @Test
    void aFloodOfErrorsIsCutOff() {
        for (int i = 0; i < 1000; i++) {
            errors.add("/" + i, "is wrong");
        }

        assertThat(problem().errors()).hasSize(50);
        assertThat(problem()).hasMessage("/0 is wrong; see errors for 49 more");
    }

    private Fields fields(String text) {
        return new Fields((ObjectNode) new Json().read(text), "", errors);
    }

    private void wrong(String place, String message) {
        assertThat(problem().errors()).containsExactly(new FieldError(place, message));
    }

    private ProblemException problem() {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, errors::refuse);
        assertThatThrownBy(errors::refuse).isInstanceOf(ProblemException.class);
        return thrown;
    }
}
