package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays of a recording that was deleted, and what does not. */
@QuarkusTest
class DeletionTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final List<String> PERSONAL = List.of(
            "Zacharias Quill", "+49301234567", "Call with the Quills", "quill-assistant", "quill-call", "quill-secret");

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Table table;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        functions.resetTime();
        caller = api.caller();
        id = caller.completed(
                TONE,
                Map.of(
                        "call", Map.of("id", "quill-call", "name", "Call with the Quills"),
                        "assistant", Map.of("id", "quill-assistant"),
                        "phoneNumber", Map.of("number", "+49301234567"),
                        "participants", List.of(Map.of("name", "Zacharias Quill", "role", "customer", "channel", 0)),
                        "metadata", Map.of("note", "quill-secret")));
    }

    @AfterEach
    void leave() {
        functions.resetTime();
    }

    @Test
    void theTombstoneHasTheLinesOfLifeAndTheCertificateAndNothingElse() {
        caller.delete(id).statusCode(200);
        assertThat(caller.retrieve(id).<String, Object>getMap("$"))
                .containsOnlyKeys("id", "status", "created", "updated", "deletion");
    }

    @Test
    void theCertificateSaysWhatWasDestroyedWhenWhyAndByWhom() {
        var now = clock.now();
        clock.stopAt(now);
        caller.delete(id).statusCode(200);
        var deletion = caller.retrieve(id);
        assertThat(deletion.getLong("deletion.at")).isEqualTo(now);
        assertThat(deletion.getString("deletion.actor")).startsWith("key:");
        assertThat(deletion.getString("deletion.reason")).isEqualTo("request");
        assertThat(deletion.getInt("deletion.objects")).isEqualTo(2);
        assertThat(deletion.<Integer>getList("deletion.versions.version")).containsExactly(1);
        assertThat(deletion.<String>getList("deletion.versions.sha256")).containsExactly(Audio.sha256(TONE));
    }

    @Test
    void noObjectIsLeft() {
        assertThat(bucket.objects(id)).hasSize(2);
        caller.delete(id).statusCode(200);
        assertThat(bucket.objects(id)).isEmpty();
    }

    @Test
    void nothingPersonalIsLeftInTheTable() {
        caller.update(id, Map.of("tags", List.of("quill-secret"))).statusCode(200);
        caller.get(id, "download").statusCode(200);
        assertThat(table.rowsWith(PERSONAL)).isNotEmpty();
        caller.delete(id).statusCode(200);
        assertThat(table.rowsWith(PERSONAL)).isEmpty();
    }

    @Test
    void thatItHappenedStaysOnRecord() {
        caller.delete(id).statusCode(200);
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed", "deleted");
        assertThat(caller.events(id).<String>getList("items.data.recording.id")).containsOnly(id);
    }

    @Test
    void deletingTwiceIsTheSameAsOnce() {
        caller.delete(id).statusCode(200);
        var tombstone = caller.show(id).extract().asString();
        clock.advance(Duration.ofMinutes(1));
        caller.delete(id).statusCode(200);
        assertThat(caller.show(id).extract().asString()).isEqualTo(tombstone);
        assertThat(caller.eventNames(id)).filteredOn("deleted"::equals).hasSize(1);
    }

    @Test
    void whatIsDeletedCannotBeHadOrChanged() {
        caller.delete(id).statusCode(200);
        for (var what : List.of("download", "waveform", "upload")) {
            caller.get(id, what).statusCode(410).body("code", equalTo("gone"));
        }
        caller.update(id, Map.of("tags", List.of("a"))).statusCode(410);
        caller.request(Map.of())
                .post("/v1/recordings/{id}/secure-url", id)
                .then()
                .statusCode(410);
    }

    @Test
    void itIsListedOnlyAmongTheDeleted() {
        caller.delete(id).statusCode(200);
        caller.request().get("/v1/recordings").then().body("items.size()", equalTo(0));
        caller.request()
                .queryParam("status", "deleted")
                .get("/v1/recordings")
                .then()
                .body("items.id", equalTo(List.of(id)));
        caller.request()
                .queryParam("call", "quill-call")
                .get("/v1/recordings")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void theTombstoneStaysThirtyDays() {
        var now = clock.now();
        clock.stopAt(now);
        caller.delete(id).statusCode(200);
        clock.stopAt(now + 30 * 86_400 - 1);
        caller.show(id).statusCode(200);
        clock.stopAt(now + 30 * 86_400);
        caller.show(id).statusCode(404);
        caller.get(id, "events").statusCode(404);
        caller.request()
                .queryParam("status", "deleted")
                .get("/v1/recordings")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void whatCameThroughAnOldUrlUnseenIsRemovedInTheEnd() {
        caller.delete(id).statusCode(200);
        bucket.put("exports/" + caller.tenant() + "/" + id + "/late.zip", TONE);
        clock.advance(Duration.ofDays(2));
        functions.sweep();
        assertThat(bucket.objects(id)).isEmpty();
        caller.show(id).body("deletion.objects", equalTo(3));
    }

    @Test
    void oneThatWaitsForItsUploadCanBeDeleted() {
        var waiting = caller.create(Map.of("upload", Map.of("multipart", true))).getString("id");
        caller.delete(waiting).statusCode(200).body("deletion.objects", equalTo(0));
        assertThat(bucket.unfinished(waiting)).isEmpty();
    }
}
