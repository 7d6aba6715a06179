package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recordings that are made of others: of a dialogue of 10 s on two channels and a tone of 2 s on one. */
@QuarkusTest
class MergeTest {
    @Inject
    Api api;

    private Caller caller;
    private String dialogue;
    private String tone;

    @BeforeEach
    void enter() {
        caller = api.caller();
        dialogue = caller.completed(SampleAudio.DIALOGUE_MP3.bytes());
        tone = caller.completed(SampleAudio.TONE_WAV.bytes());
    }

    @Test
    void oneFollowsTheOther() {
        var merged = merge(Map.of("gap", 1.5, "format", "flac"), dialogue, tone);

        assertThat(merged.getDouble("duration")).isCloseTo(13.5, within(0.05));
        assertThat(merged.getString("format")).isEqualTo("flac");
        assertThat(merged.getInt("sampleRate")).isEqualTo(16_000);
    }

    @Test
    void oneFadesIntoTheOther() {
        var merged = merge(Map.of("crossfade", 0.5), tone, tone);

        assertThat(merged.getDouble("duration")).isCloseTo(3.5, within(0.05));
        assertThat(merged.getString("format")).isEqualTo("wav");
        assertThat(merged.<String>getList("derivedFrom")).containsExactly(tone);
    }

    @Test
    void bothSoundTogether() {
        var merged = merge(Map.of("mode", "mix", "offsets", List.of(0, 9), "format", "wav"), dialogue, tone);

        assertThat(merged.getDouble("duration")).isCloseTo(11, within(0.05));
    }

    @Test
    void twoMonosBecomeACallWithASideEach() {
        var other = caller.completed(SampleAudio.TONE_WAV.bytes());

        var merged = merge(Map.of("mode", "channels", "offsets", List.of(0, 3)), tone, other);

        assertThat(merged.getInt("channels")).isEqualTo(2);
        assertThat(merged.getDouble("duration")).isCloseTo(5, within(0.05));
        assertThat(merged.getString("channelLayout")).isEqualTo("dual");
    }

    @Test
    void theNewRecordingSaysWhereItComesFromAndWhatItsMakerSays() {
        var merged = merge(
                Map.of("tags", List.of("both"), "metadata", Map.of("a", 1), "retentionPeriod", 7), dialogue, tone);

        assertThat(merged.<String>getList("derivedFrom")).containsExactly(dialogue, tone);
        assertThat(merged.<String>getList("tags")).containsExactly("both");
        assertThat(merged.getInt("metadata.a")).isEqualTo(1);
        assertThat(merged.getInt("retentionPeriod")).isEqualTo(7);
        assertThat(merged.getInt("version")).isEqualTo(1);
        assertThat(merged.getDouble("compressionRatio")).isEqualTo(1);
        assertThat(caller.eventNames(merged.getString("id"))).containsExactly("created", "processing", "completed");
    }

    @Test
    void itsSourcesStayAsTheyAre() {
        var before = caller.show(dialogue).extract().header("ETag");

        merge(Map.of(), dialogue, tone);

        caller.show(dialogue).header("ETag", before);
    }

    @Test
    void theAnswerNamesTheNewRecordingsJob() {
        var answer = caller.merge(body(Map.of(), dialogue, tone)).statusCode(202);
        var merged = answer.extract().jsonPath();

        answer.body("status", equalTo("processing"))
                .body("id", not(equalTo(dialogue)))
                .body("job.action", equalTo("merge"))
                .header("Location", "/v1/recordings/" + merged.getString("id") + "/jobs/" + merged.getString("job.id"));
    }

    @Test
    void everyRecordingMustBeThereForTheCaller() {
        var others = api.caller().completed(SampleAudio.TONE_WAV.bytes());

        for (var missing : List.of(Endpoint.NOBODYS, others, "rec_1")) {
            caller.merge(body(Map.of(), tone, missing)).statusCode(404).body("code", equalTo("not-found"));
        }
        caller.delete(dialogue);
        caller.merge(body(Map.of(), tone, dialogue)).statusCode(410);
    }

    @Test
    void everyRecordingMustHaveItsAudio() {
        var waiting = caller.create(Map.of()).getString("id");

        caller.merge(body(Map.of(), tone, waiting)).statusCode(409).body("code", equalTo("not-ready"));
    }

    @Test
    void whatCannotBeIsNamedByItsPointer() {
        caller.merge(body(Map.of("offsets", List.of(0, 1)), tone, dialogue))
                .statusCode(400)
                .body("errors[0].field", equalTo("/offsets"));
    }

    private JsonPath merge(Map<String, ?> more, String... recordings) {
        var id = caller.merge(body(more, recordings)).statusCode(202).extract().<String>path("id");
        return caller.awaitStatus(id, "completed");
    }

    private static Map<String, ?> body(Map<String, ?> more, String... recordings) {
        var body = new HashMap<String, Object>(more);
        body.put("recordings", List.of(recordings));
        return body;
    }
}
