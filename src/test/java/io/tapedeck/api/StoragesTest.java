package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import io.tapedeck.s3.S3Server;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings that lie where a company keeps its data: in a bucket of its own, on another server of another account. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class StoragesTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    private static S3Server theirs;

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    private Caller caller;

    @BeforeAll
    static void start() throws Exception {
        theirs = S3Server.ofAnotherAccount();
    }

    @AfterAll
    static void stop() throws Exception {
        theirs.close();
    }

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void aTenantBringsABucketThatNoOtherTenantKnows() {
        bring("archive", secret())
                .statusCode(201)
                .body("check.usable", is(true))
                .body("access.accessKeyId", is(theirs.credentials.accessKeyId()));

        var listed = caller.request().get("/v1/storages").then().statusCode(200).extract();
        assertThat(listed.jsonPath().getList("items.name")).isEqualTo(List.of("s3", "archive"));
        assertThat(listed.asString()).doesNotContain(secret());
        assertThat(theirs.keys("calls/" + caller.tenant() + "/probes/")).isEmpty();
        api.caller().request().get("/v1/storages").then().body("items.name", not(hasItem("archive")));
        create(api.caller(), Map.of("storage", "archive"))
                .statusCode(422)
                .body("code", is("unknown-storage"))
                .body("detail", containsString("must be one of s3."));
    }

    @Test
    void aRecordingLiesThereFromTheStartWithAllThatIsMadeOfIt() {
        bring("archive", secret()).statusCode(201);

        var id = caller.completed(DIALOGUE, Map.of("storage", "archive"));
        var mp3 = caller.done(id, "convert", Map.of("format", "mp3"));

        assertThat(mp3.getString("storage")).isEqualTo("s3");
        assertThat(mp3.getString("storageName")).isEqualTo("archive");
        assertThat(mp3.getString("bucket")).isEqualTo(S3Server.BUCKET);
        assertThat(mp3.getString("region")).isEqualTo("auto-1");
        assertThat(Audio.sha256(caller.audio(id))).isEqualTo(mp3.getString("sha256"));
        assertThat(caller.url(id)).startsWith(theirs.endpoint().toString());
        assertThat(theirs.keys("calls/" + caller.tenant() + "/")).hasSize(4);
        assertThat(bucket.objects(id)).noneMatch(key -> key.matches("(audio|documents)/.*"));
        caller.get(id, "waveform").statusCode(200);
    }

    @Test
    void itIsMovedThereAndBackAndDestroyedWhereItWas() {
        bring("archive", secret()).statusCode(201);
        var id = caller.completed(DIALOGUE);
        var before = caller.audio(id);

        var there = caller.done(id, "move", Map.of("storage", "archive"));
        assertThat(there.getString("storageName")).isEqualTo("archive");
        assertThat(there.getInt("version")).isEqualTo(1);
        assertThat(bucket.objects(id)).noneMatch(key -> key.matches("(audio|documents)/.*"));
        assertThat(caller.audio(id)).isEqualTo(before);

        var back = caller.done(id, "move", Map.of("storage", "s3"));
        assertThat(back.getString("storage")).isEqualTo("s3");
        assertThat(back.getString("storageName")).isNull();
        assertThat(theirs.keys("calls/" + caller.tenant() + "/")).isEmpty();
        assertThat(caller.audio(id)).isEqualTo(before);
        assertThat(caller.eventNames(id)).contains("updated");
    }

    @Test
    void newRecordingsGoWhereTheTenantSays() {
        bring("archive", secret()).statusCode(201);
        caller.request(Map.of("storage", "archive"))
                .put("/v1/storages/default")
                .then()
                .statusCode(200)
                .body("items.find { it.default }.name", is("archive"));

        assertThat(caller.retrieve(caller.completed(DIALOGUE)).getString("storageName"))
                .isEqualTo("archive");
        assertThat(caller.retrieve(caller.completed(DIALOGUE, Map.of("storage", "s3")))
                        .getString("storageName"))
                .isNull();
        caller.request(Map.of("storage", "elsewhere"))
                .put("/v1/storages/default")
                .then()
                .statusCode(422)
                .body("detail", containsString("s3, archive"));
    }

    @Test
    void deletionLeavesNothingThere() {
        bring("archive", secret()).statusCode(201);
        var id = caller.completed(DIALOGUE, Map.of("storage", "archive"));

        caller.delete(id).statusCode(200);

        assertThat(theirs.keys("calls/" + caller.tenant() + "/")).isEmpty();
    }

    @Test
    void whatDoesNotWorkIsNotTaken() {
        bring("archive", "another-secret")
                .statusCode(422)
                .body("code", is("unusable-storage"))
                .body("detail", not(containsString("another-secret")));
        caller.request().get("/v1/storages").then().body("items.name", not(hasItem("archive")));
    }

    @Test
    void aNameLeadsToOnePlaceForGoodAndTakesOtherSecrets() {
        bring("archive", secret()).statusCode(201);

        bring("archive", secret()).statusCode(200);
        put("archive", Map.of("prefix", "other/"), secret())
                .statusCode(409)
                .body("detail", containsString("another name"));
        bring("gcs", secret()).statusCode(409).body("detail", containsString("names of providers"));
        bring("Archive", secret()).statusCode(400);
    }

    @Test
    void theRoleOfAnotherTenantLetsNobodyIn() {
        var access = Map.of("roleArn", "arn:aws:iam::123456789012:role/calls", "externalId", "tapedeck:another");

        caller.request(Map.of("provider", "s3", "bucket", "calls", "region", "eu-west-1", "access", access))
                .put("/v1/storages/archive")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("/access/externalId"))
                .body("errors[0].message", containsString("must be tapedeck:" + caller.tenant()));
    }

    @Test
    void itCanBeTriedAgain() {
        bring("archive", secret()).statusCode(201);

        caller.request()
                .post("/v1/storages/archive/check")
                .then()
                .statusCode(200)
                .body("check.usable", is(true));
        caller.request().post("/v1/storages/nowhere/check").then().statusCode(404);
    }

    private ValidatableResponse bring(String name, String secret) {
        return put(name, Map.of(), secret);
    }

    private ValidatableResponse put(String name, Map<String, String> otherwise, String secret) {
        var body = new HashMap<String, Object>(Map.of(
                "provider",
                "s3",
                "bucket",
                S3Server.BUCKET,
                "region",
                "auto-1",
                "prefix",
                "calls/" + caller.tenant() + "/",
                "access",
                Map.of(
                        "endpoint",
                        theirs.endpoint().toString(),
                        "accessKeyId",
                        theirs.credentials.accessKeyId(),
                        "secretAccessKey",
                        secret)));
        body.putAll(otherwise);
        return caller.request(body).put("/v1/storages/" + name).then();
    }

    private static ValidatableResponse create(Caller caller, Map<String, ?> body) {
        return caller.request(body).post("/v1/recordings").then();
    }

    private static String secret() {
        return theirs.credentials.secretAccessKey();
    }
}
