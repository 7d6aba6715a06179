package io.tapedeck.api;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that a list cannot have. */
@QuarkusTest
class ListConditionsTest {
    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=ten, limit",
        "limit=, limit",
        "limit=1&limit=2, limit",
        "from=-1, from",
        "to=1e9, to",
        "from=253402300800, from",
        "status=gone, status",
        "status=, status",
        "call=a&call=b, call",
        "Limit=1, Limit",
        "colour=red, colour",
        "order=asc, order"
    })
    void whatCannotBeAskedIsRefused(String query, String field) {
        refused("?" + query, field);
    }

    @Test
    void aConditionLongerThanAnIdIsRefused() {
        for (var parameter : List.of("call", "assistant", "phoneNumber")) {
            refused("?" + parameter + "=" + "a".repeat(257), parameter);
            refused("?" + parameter + "=" + "a".repeat(3000), parameter);
        }
        empty("?tag=" + "a".repeat(3000));
    }

    @Test
    void hundredsOfConditionsAreRefused() {
        var tags = String.join("&", Collections.nCopies(400, "tag=a"));

        refused("?" + tags, "tag");
        empty("?" + String.join("&", Collections.nCopies(50, "tag=a")));
    }

    private void empty(String query) {
        list(query).statusCode(200).body("items", is(List.of()));
    }

    private void refused(String query, String field) {
        list(query).statusCode(400).body("errors.field", is(List.of(field)));
    }

    private ValidatableResponse list(String query) {
        return caller.request()
                .urlEncodingEnabled(false)
                .get("/v1/recordings" + query)
                .then();
    }
}
