package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of what is said about a recording. */
@QuarkusTest
class UpdateTest {
    private static final Map<String, Object> BODY = Map.of(
            "call", Map.of("id", "call-1", "name", "First"),
            "tags", List.of("a", "b"),
            "participants", List.of(Map.of("name", "Ann", "channel", 0), Map.of("name", "Bo", "channel", 1)),
            "metadata", Map.of("deep", Map.of("x", 1, "y", List.of(1, 2)), "price", 1.5));

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.create(BODY).getString("id");
    }

    @Test
    void nullRemovesAndObjectsMergeAndListsAreReplaced() {
        patch(
                        "{\"call\":{\"name\":null},\"tags\":[\"c\"],\"participants\":null,\"metadata\":{\"deep\":{\"x\":null,\"y\":[null]},\"new\":{\"z\":null}}}")
                .statusCode(200)
                .body("call", is(Map.of("id", "call-1")))
                .body("tags", is(List.of("c")))
                .body("participants", nullValue())
                .body("metadata.deep.y", is(java.util.Collections.singletonList(null)))
                .body("metadata.deep.x", nullValue())
                .body("metadata.new", is(Map.of()))
                .body("metadata.price", equalTo(1.5f));
    }

    @Test
    void bothMediaTypesAreTaken() {
        caller.update(id, Map.of("tags", List.of("json"))).statusCode(200).body("tags", is(List.of("json")));
        patch("{\"tags\":[\"patch\"]}").statusCode(200).body("tags", is(List.of("patch")));
    }

    @Test
    void theEventNamesWhatChangedAndWhoDidIt() {
        patch("{\"tags\":[\"c\"],\"call\":{\"name\":\"Second\"},\"legalHold\":false}")
                .statusCode(200);

        var event = caller.events(id);
        assertThat(caller.eventNames(id)).containsExactly("created", "updated");
        assertThat(event.getList("items[1].data.changed")).containsExactly("call", "tags");
        assertThat(event.getList("items[1].data.recording.tags")).containsExactly("c");
        assertThat(event.getString("items[1].actor")).startsWith("key:key_");
    }

    @Test
    void aPatchThatChangesNothingIsNoRevisionAndNoEvent() {
        var before = caller.show(id).extract().header("ETag");

        patch("{}").statusCode(200).header("ETag", before);
        patch("{\"tags\":[\"a\",\"b\"],\"assistant\":null,\"metadata\":{\"price\":1.5}}")
                .statusCode(200)
                .header("ETag", before);

        assertThat(caller.eventNames(id)).containsExactly("created");
    }

    @Test
    void ifMatchOfYesterdayIsRefused() {
        var yesterday = caller.show(id).extract().header("ETag");
        patch("{\"tags\":[\"c\"]}").statusCode(200).header("ETag", not(yesterday));

        ifMatch(yesterday, "{\"tags\":[\"d\"]}").statusCode(412).body("code", is("precondition-failed"));
        caller.request()
                .header("If-Match", yesterday)
                .delete("/v1/recordings/{id}", id)
                .then()
                .statusCode(412);

        caller.show(id).statusCode(200).body("tags", is(List.of("c"))).body("status", is("processing"));
    }

    @Test
    void ifMatchOfNowGoesOn() {
        var now = caller.show(id).extract().header("ETag");
        var next = ifMatch(now, "{\"tags\":[\"c\"]}").statusCode(200).extract().header("ETag");
        var last = ifMatch("\"r99\", " + next, "{\"tags\":[\"d\"]}")
                .statusCode(200)
                .extract()
                .header("ETag");
        ifMatch("*", "{\"tags\":[\"e\"]}").statusCode(200).header("ETag", not(last));
        caller.request()
                .header("If-Match", "*")
                .delete("/v1/recordings/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void aWeakEtagNeverMatches() {
        ifMatch("W/" + caller.show(id).extract().header("ETag"), "{\"tags\":[]}")
                .statusCode(412);
    }

    @Test
    void ofManyWithTheSameEtagOneGoesOn() throws Exception {
        var etag = caller.show(id).extract().header("ETag");

        var statuses = sideBySide(
                8,
                i -> ifMatch(etag, "{\"tags\":[\"%d\"]}".formatted(i)).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(caller.eventNames(id)).containsExactly("created", "updated");
    }

    @Test
    void noUpdateIsLostWhenManyComeAtOnce() throws Exception {
        var statuses = sideBySide(
                8,
                i -> patch("{\"metadata\":{\"key%d\":%d}}".formatted(i, i))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(200);
        var metadata = caller.retrieve(id).getMap("metadata");
        assertThat(metadata).hasSize(10);
        IntStream.range(0, 8).forEach(i -> assertThat(metadata.get("key" + i)).isEqualTo(i));
        assertThat(caller.eventNames(id)).hasSize(9);
    }

    @Test
    void retentionCannotContradictItself() {
        var created = caller.retrieve(id).getLong("created");

        patch("{\"expiresAt\":%d,\"retentionPeriod\":1}".formatted(created + 86_401))
                .statusCode(400)
                .body("errors.field", is(List.of("/expiresAt")));
        patch("{\"expiresAt\":%d,\"retentionPeriod\":1}".formatted(created + 86_400))
                .statusCode(200)
                .body("autoDeleteAt", is((int) created + 86_400));
    }

    @Test
    void aHeldRecordingIsNotDeleted() {
        patch("{\"legalHold\":true}").statusCode(200).body("legalHold", is(true));

        caller.delete(id).statusCode(423).body("code", is("legal-hold"));

        patch("{\"legalHold\":null}").statusCode(200).body("legalHold", is(false));
        caller.delete(id).statusCode(200);
    }

    private ValidatableResponse patch(String body) {
        return caller.request()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/recordings/{id}", id)
                .then();
    }

    private ValidatableResponse ifMatch(String etag, String body) {
        return caller.request()
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/recordings/{id}", id)
                .then();
    }

    private static List<Integer> sideBySide(int many, java.util.function.IntFunction<Integer> request)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, many)
                    .<Callable<Integer>>mapToObj(i -> () -> request.apply(i))
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }
}
