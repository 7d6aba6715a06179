package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The versions of a recording's audio, each made from another. */
@QuarkusTest
class VersionsTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(DIALOGUE);
    }

    @Test
    void theyAreAChain() {
        caller.done(id, "trim", Map.of("start", 1, "end", 9));
        caller.done(id, "convert", Map.of("format", "flac"));

        var versions = caller.versions(id);
        assertThat(versions.<Integer>getList("items.version")).containsExactly(1, 2, 3);
        assertThat(versions.<String>getList("items.action")).containsExactly("ingest", "trim", "convert");
        assertThat(versions.<Boolean>getList("items.current")).containsExactly(false, false, true);
        assertThat(versions.getString("items[0].parentSha256")).isNull();
        assertThat(versions.getString("items[1].parentSha256")).isEqualTo(Audio.sha256(DIALOGUE));
        assertThat(versions.getString("items[2].parentSha256")).isEqualTo(versions.getString("items[1].sha256"));
        assertThat(versions.getString("items[1].actor")).startsWith("key:");
    }

    @Test
    void eachSaysWhatWasAsked() {
        caller.done(id, "trim", Map.of("start", 1.5));
        caller.done(id, "compress", Map.of());

        var versions = caller.versions(id);
        assertThat(versions.<Map<String, ?>>getList("items.request").get(0)).isNull();
        assertThat(versions.getDouble("items[1].request.start")).isEqualTo(1.5);
        assertThat(versions.getString("items[2].request.quality")).isEqualTo("medium");
    }

    @Test
    void everyOneOfThemCanBeHad() {
        caller.done(id, "trim", Map.of("start", 5));

        var first =
                caller.get(id, "download?version=1").statusCode(200).extract().<String>path("url");
        assertThat(Transfer.get(first).requireStatus(200).body()).isEqualTo(DIALOGUE);
        assertThat(caller.audio(id)).isNotEqualTo(DIALOGUE);
    }

    @Test
    void anEarlierOneBecomesTheCurrentOneWithoutACopy() {
        caller.done(id, "trim", Map.of("start", 5));
        var objects = bucket.objects(id);

        caller.ask(id, "restore", Map.of("version", 1))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("status", equalTo("completed"))
                .body("duration", equalTo(10f))
                .body("sha256", equalTo(Audio.sha256(DIALOGUE)));

        assertThat(caller.versions(id).<Boolean>getList("items.current")).containsExactly(true, false);
        assertThat(bucket.objects(id)).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(caller.audio(id)).isEqualTo(DIALOGUE);
        assertThat(caller.eventNames(id)).endsWith("updated", "downloaded");
        assertThat(caller.get(id, "waveform").extract().jsonPath().getInt("length"))
                .isGreaterThan(0);
    }

    @Test
    void afterARestoreTheNumbersGoOn() {
        caller.done(id, "trim", Map.of("start", 5));
        caller.ask(id, "restore", Map.of("version", 1)).statusCode(200);

        caller.done(id, "trim", Map.of("end", 3));

        var versions = caller.versions(id);
        assertThat(versions.<Integer>getList("items.version")).containsExactly(1, 2, 3);
        assertThat(versions.getString("items[2].parentSha256")).isEqualTo(Audio.sha256(DIALOGUE));
        assertThat(versions.getDouble("items[2].duration")).isEqualTo(3);
    }

    @Test
    void restoringTheCurrentOneChangesNothing() {
        var before = caller.show(id).extract().header("ETag");

        caller.ask(id, "restore", Map.of("version", 1)).statusCode(200).header("ETag", before);

        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void oneThatIsNotThereCannotBeRestored() {
        caller.ask(id, "restore", Map.of("version", 2)).statusCode(404);
        for (var wrong : List.<Map<String, ?>>of(Map.of(), Map.of("version", 0), Map.of("version", "1"))) {
            caller.ask(id, "restore", wrong).statusCode(400).body("errors.field", equalTo(List.of("/version")));
        }
        caller.delete(id);
        caller.ask(id, "restore", Map.of("version", 1)).statusCode(410);
    }
}
