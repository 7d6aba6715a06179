package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void anEmptyQueryHasNothing() {
        var query = query("");

        assertThat(query.text("a")).isEmpty();
        assertThat(query.texts("a", 1)).isEmpty();
        assertThat(query.integer("a", 0, 1)).isEmpty();
        assertThat(query.flag("a")).isFalse();
        query.only();
    }

    @Test
    void namesAndValuesAreDecoded() {
        assertThat(query("phone%4eumber=%2B4930&&x=a+b%20c%26&e").text("phoneNumber"))
                .contains("+4930");
        assertThat(query("x=a+b%20c%26").text("x")).contains("a b c&");
        assertThat(query("x=1=2").text("x")).contains("1=2");
        assertThat(query("x").text("x")).contains("");
    }

    @Test
    void someMayBeRepeatedAndOthersNot() {
        assertThat(query("tag=a&tag=b&tag=a").texts("tag", 3)).containsExactly("a", "b", "a");

        var query = query("call=a&call=a");
        query.text("call");

        refused(query, new FieldError("call", "must be given once"), "call");
    }

    @Test
    void lengthAndNumberAreLimited() {
        assertThat(query("call=%F0%9F%8E%A7%F0%9F%8E%A7").text("call", 2)).isPresent();

        var query = query("call=abc&tag=a&tag=b");
        query.text("call", 2);
        query.texts("tag", 1);

        var thrown = catchThrowableOfType(ProblemException.class, () -> query.only("call", "tag"));
        assertThat(thrown.errors())
                .containsExactly(
                        new FieldError("call", "must have at most 2 characters"),
                        new FieldError("tag", "must be given at most 1 times"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.0", "1e1", "+1", "", "x", "NaN", "99999999999999999999", "%31%", " 1"})
    void numbersMustBeWholeAndInRange(String text) {
        var query = Query.parse("limit=" + text.replace("%31%", "%C2%B9").replace("+", "%2B"), new FieldErrors());

        assertThat(query.integer("limit", 1, 100)).isEmpty();
        refused(query, new FieldError("limit", "must be a whole number from 1 to 100"), "limit");
    }

    @Test
    void limitsBelongToTheRange() {
        assertThat(query("limit=1").integer("limit", 1, 100)).contains(1L);
        assertThat(query("limit=100").integer("limit", 1, 100)).contains(100L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "TRUE", "", "yes"})
    void flagsAreTrueOrFalse(String text) {
        assertThat(query("redirect=true").flag("redirect")).isTrue();
        assertThat(query("redirect=false").flag("redirect")).isFalse();

        var query = query("redirect=" + text);

        assertThat(query.flag("redirect")).isFalse();
        refused(query, new FieldError("redirect", "must be true or false"), "redirect");
    }

    @Test
    void choicesAreByTheNameThatTheyHaveOutside() {
        assertThat(query("status=deleted").choice("status", Status.class)).contains(Status.DELETED);

        var query = query("status=DELETED");
        query.choice("status", Status.class);

        refused(query, new FieldError("status", "must be one of processing, completed, failed, deleted"), "status");
    }

    @Test
    void otherParametersAreRefused() {
        refused(query("a=1"), new FieldError("a", "is unknown; there are no parameters"));
        refused(query("a=1"), new FieldError("a", "is unknown; the parameters are b, c"), "c", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call=%", "call=%4", "call=%zz", "%=1", "call=%-1"})
    void aBrokenPercentEncodingIsRefused(String raw) {
        var thrown =
                catchThrowableOfType(ProblemException.class, () -> query(raw).only("call", ""));

        assertThat(thrown.errors())
                .containsExactly(new FieldError("", "the query string has an invalid percent-encoding"));
    }

    private static Query query(String raw) {
        return Query.parse(raw, new FieldErrors());
    }

    private static void refused(Query query, FieldError error, String... known) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> query.only(known));
        assertThat(thrown.errors()).isEqualTo(List.of(error));
    }
}
