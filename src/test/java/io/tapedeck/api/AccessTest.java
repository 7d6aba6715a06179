package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call which operation, and on what. */
@QuarkusTest
class AccessTest {
    private static final List<String> SCOPES = List.of("read", "write", "download", "delete", "admin");

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void theTableOfOperationsIsWhole() {
        assertThat(Endpoint.all())
                .hasSizeGreaterThan(17)
                .allSatisfy(endpoint -> assertThat(endpoint.id()).isNotNull());
        assertThat(Endpoint.all())
                .filteredOn(endpoint -> endpoint.scope().isEmpty())
                .extracting(Endpoint::id)
                .containsExactlyInAnyOrder(
                        "asset",
                        "assetHead",
                        "health",
                        "importRecording",
                        "openExport",
                        "openExportHead",
                        "openLink",
                        "openLinkHead",
                        "openShare",
                        "openShareHead",
                        "unlockShare",
                        "openSharedAudio",
                        "openSharedAudioHead");
    }

    @Test
    void withoutAKeyNobodyIsTold() {
        var id = caller.create(Map.of()).getString("id");

        for (var endpoint : Endpoint.guarded()) {
            endpoint.send(api.anonymous(), id)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", is("unauthenticated"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer garbage",
                "Basic bG9jYWwtZGV2LWtleQ==",
                "local-dev-key",
                "Bearer local-dev-kez",
                "Bearer tdk_01ARYZ6S41TSV4RRFFQ69G5FAV_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd123",
                "Bearer eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiJsb2NhbCJ9.",
                "Bearer \u00e4",
                "bearer local-dev-key local-dev-key"
            })
    void garbageIsNoCredential(String header) {
        api.anonymous()
                .header("Authorization", header)
                .get("/v1/recordings")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void twoCredentialsAreNone() {
        var answer = RawHttp.send(
                "GET",
                "/v1/recordings",
                "Authorization: Bearer " + Api.OPERATOR_KEY,
                "Authorization: Bearer " + Api.OPERATOR_KEY);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void everyOperationNeedsItsScopeAndNoOther() {
        for (var endpoint : Endpoint.guarded()) {
            var id = caller.create(Map.of()).getString("id");
            var needed = endpoint.scope().orElseThrow();
            var others = new ArrayList<>(SCOPES);
            others.remove(needed);

            endpoint.send(api.as(api.key(caller.tenant(), others.toArray(String[]::new))), id)
                    .then()
                    .statusCode(403)
                    .body("code", is("forbidden"))
                    .body("detail", containsString(needed));
            assertThat(endpoint.send(api.as(api.key(caller.tenant(), needed)), id)
                            .statusCode())
                    .as(endpoint.id())
                    .isNotIn(401, 403);
        }
    }

    @Test
    void anothersRecordingIsNotThere() {
        var id = caller.create(Map.of("upload", Map.of("multipart", true, "fileSize", 7)))
                .getString("id");
        var before = caller.show(id).extract().header("ETag");

        for (var other : List.of(api.caller().key(), Api.OPERATOR_KEY)) {
            for (var endpoint : Endpoint.ofRecordings()) {
                endpoint.send(api.as(other), id).then().statusCode(404).body("code", is("not-found"));
            }
        }
        caller.show(id).statusCode(200).header("ETag", before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rec_",
                "%20",
                "rec_01aryz6s41tsv4rrffq69g5fav",
                "job_01ARYZ6S41TSV4RRFFQ69G5FAV",
                "rec_01ARYZ6S41TSV4RRFFQ69G5FA%2F",
                "rec_01ARYZ6S41TSV4RRFFQ69G5FAV%00",
                "rec_01ARYZ6S41TSV4RRFFQ69G5FAV%0A",
                "%2e%2e",
                "%2e%2e%2frec_01ARYZ6S41TSV4RRFFQ69G5FAV",
                "rec_8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "%F0%9F%8E%A7",
                "rec_01ARYZ6S41TSV4RRFFQ69G5FAV%23recording",
                "*",
                "null",
                "+",
                "%ff%fe"
            })
    void whatIsNoRecordingsIdIsNotThere(String id) {
        caller.request()
                .urlEncodingEnabled(false)
                .get("/v1/recordings/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNoRecordingIsNotThereForAnyOperation() {
        for (var endpoint : Endpoint.ofRecordings()) {
            endpoint.send(caller.request(), Endpoint.NOBODYS).then().statusCode(404);
            endpoint.send(caller.request(), "%2e%2e%2Fx").then().statusCode(404);
        }
    }

    @Test
    void anIdOfThousandsOfCharactersIsNotThereEither() {
        caller.request()
                .get("/v1/recordings/{id}", "rec_" + "A".repeat(3000))
                .then()
                .statusCode(404);
        caller.request()
                .get("/v1/recordings/{id}/jobs/{job}", caller.create(Map.of()).getString("id"), "A".repeat(3000))
                .then()
                .statusCode(404);
        caller.request().delete("/v1/keys/{key}", "A".repeat(3000)).then().statusCode(404);
        api.operator().delete("/v1/keys/{key}", "A".repeat(3000)).then().statusCode(404);
    }

    @Test
    void aParameterThatIsNotKnownIsNamed() {
        var id = caller.create(Map.of("upload", Map.of("multipart", true, "fileSize", 7)))
                .getString("id");

        for (var endpoint : Endpoint.guarded()) {
            endpoint.send(caller.request(), id, "?colour=red&status=completed")
                    .then()
                    .statusCode(400)
                    .body("errors.field", org.hamcrest.Matchers.hasItem("colour"));
        }
    }

    @Test
    void whatIsDeletedIsGone() {
        var id = caller.create(Map.of("upload", Map.of("multipart", true, "fileSize", 7)))
                .getString("id");
        caller.delete(id).statusCode(200);

        for (var endpoint : Endpoint.ofRecordings()) {
            var answer = endpoint.send(caller.request(), id);
            if (endpoint.isAnsweredWithoutAudio()) {
                answer.then().statusCode(200);
            } else if (endpoint.id().equals("retrieveJob")) {
                answer.then().statusCode(404);
            } else {
                answer.then().statusCode(410).body("code", is("gone"));
            }
        }
    }
}
