package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts, interrupted and taken up again. */
@QuarkusTest
class MultipartUploadTest {
    private static final byte[] CALL = Audio.realCall();
    private static final int PART = 5 << 20;
    private static final Map<String, ?> IN_PARTS =
            Map.of("upload", Map.of("multipart", true, "fileSize", CALL.length, "partSize", PART));

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void itHasAUrlForEveryPart() {
        var created = caller.create(IN_PARTS);
        assertThat(created.getLong("upload.partSize")).isEqualTo(PART);
        assertThat(created.<Integer>getList("upload.parts.partNumber")).containsExactly(1, 2);
        assertThat(created.<Boolean>getList("upload.parts.received")).containsOnly(false);
        assertThat(created.<String>getList("upload.parts.url")).doesNotHaveDuplicates();
        assertThat(created.getString("upload.url")).isNull();
    }

    @Test
    void itGoesOnWhereItWasInterrupted() {
        var id = caller.create(IN_PARTS).getString("id");
        var first = send(resume(id), 1);

        var resumed = resume(id);
        assertThat(resumed.<Boolean>getList("parts.received")).containsExactly(true, false);
        assertThat(resumed.getString("parts[0].etag")).isEqualTo(first);

        complete(id, parts(first, send(resumed, 2))).statusCode(202).header("Location", containsString("/jobs/"));
        var completed = caller.awaitStatus(id, "completed");
        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(CALL));
        assertThat(completed.getLong("fileSize")).isEqualTo(CALL.length);
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void aPartSentAgainReplacesTheEarlierOne() {
        var id = caller.create(IN_PARTS).getString("id");
        var upload = resume(id);
        Transfer.put(upload.getString("parts[0].url"), Map.of(), new byte[PART]).requireStatus(200);

        complete(id, parts(send(upload, 1), send(upload, 2))).statusCode(202);
        assertThat(caller.awaitStatus(id, "completed").getString("sha256")).isEqualTo(Audio.sha256(CALL));
    }

    @Test
    void partsThatDidNotArriveAreNamed() {
        var id = caller.create(IN_PARTS).getString("id");
        var first = send(resume(id), 1);
        complete(id, parts(first, "00000000000000000000000000000000"))
                .statusCode(400)
                .body("errors[0].field", equalTo("/parts"));
    }

    @Test
    void anotherEtagIsRefusedAndTheUploadStaysUnderWay() {
        var id = caller.create(IN_PARTS).getString("id");
        var upload = resume(id);
        var first = send(upload, 1);
        var second = send(upload, 2);

        complete(id, parts(second, first)).statusCode(400);
        complete(id, parts(first, second)).statusCode(202);
        caller.awaitStatus(id, "completed");
    }

    @Test
    void completingTwiceDoesNoHarm() {
        var id = caller.create(IN_PARTS).getString("id");
        var upload = resume(id);
        var parts = parts(send(upload, 1), send(upload, 2));

        var location = complete(id, parts).statusCode(202).extract().header("Location");
        complete(id, parts).statusCode(202).header("Location", location);
        caller.awaitStatus(id, "completed");
        complete(id, parts).statusCode(202).header("Location", location).body("status", equalTo("completed"));
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
        assertThat(bucket.unfinished(id)).isEmpty();
    }

    @Test
    void aWholeOfAnotherSizeIsRefusedAndTheUploadStaysOpen() {
        var id = caller.create(IN_PARTS).getString("id");
        var first = send(resume(id), 1);
        complete(id, List.of(part(1, first)))
                .statusCode(400)
                .body("errors[0].field", equalTo("/parts"))
                .body("errors[0].message", containsString(CALL.length + " bytes"));
        assertThat(caller.retrieve(id).getString("job.status")).isEqualTo("awaiting-upload");

        complete(id, parts(first, send(resume(id), 2))).statusCode(202);
        caller.awaitStatus(id, "completed");
    }

    @Test
    void withoutAnAnnouncedSizeThePartsThatAreNamedAreTheWhole() {
        var id = caller.create(Map.of("upload", Map.of("multipart", true, "partSize", PART)))
                .getString("id");
        complete(id, List.of(part(1, send(resume(id), 1)))).statusCode(202);
        assertThat(caller.awaitStatus(id, "completed").getInt("fileSize")).isEqualTo(PART);
    }

    @Test
    void anUploadInOnePieceCannotBeCompleted() {
        var id = caller.create(Map.of()).getString("id");
        complete(id, parts("a", "b")).statusCode(409).body("code", equalTo("conflict"));
    }

    private JsonPath resume(String id) {
        return caller.get(id, "upload").statusCode(200).extract().jsonPath();
    }

    private static String send(JsonPath upload, int number) {
        var bytes = Arrays.copyOfRange(CALL, (number - 1) * PART, Math.min(number * PART, CALL.length));
        return Transfer.put(upload.getString("parts[%d].url".formatted(number - 1)), Map.of(), bytes)
                .requireStatus(200)
                .header("etag")
                .replace("\"", "");
    }

    private ValidatableResponse complete(String id, List<Map<String, ?>> parts) {
        return caller.request(Map.of("parts", parts))
                .post("/v1/recordings/{id}/upload", id)
                .then();
    }

    private static List<Map<String, ?>> parts(String first, String second) {
        return List.of(part(1, first), part(2, second));
    }

    private static Map<String, ?> part(int number, String etag) {
        return Map.of("partNumber", number, "etag", etag);
    }
}
