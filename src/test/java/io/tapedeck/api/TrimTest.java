package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audio that is cut. In the dialogue one voice speaks from 0.5 s to 4.5 s, the other one from 5 s to 9 s of 10 s. */
@QuarkusTest
class TrimTest {
    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(SampleAudio.DIALOGUE_WAV.bytes());
    }

    @Test
    void aPartIsKeptToTheMillisecond() {
        var trimmed = caller.done(id, "trim", Map.of("start", 1.234, "end", 5.678));

        assertThat(trimmed.getDouble("duration")).isEqualTo(4.444);
        assertThat(trimmed.getString("codec")).isEqualTo("pcm_s16le");
        assertThat(trimmed.getInt("version")).isEqualTo(2);
    }

    @Test
    void whatIsHeardOfEachSideFollowsTheCut() {
        var before = caller.retrieve(id);
        var trimmed = caller.done(id, "trim", Map.of("start", 4.75));

        assertThat(before.getDouble("participants[0].speakingTime")).isCloseTo(4, within(0.5));
        assertThat(trimmed.getDouble("participants[0].speakingTime")).isCloseTo(0, within(0.1));
        assertThat(trimmed.getDouble("participants[1].speakingTime")).isCloseTo(4, within(0.5));
    }

    @Test
    void theWaveformIsThatOfWhatIsLeft() {
        var before = caller.get(id, "waveform").statusCode(200).extract().jsonPath();
        caller.done(id, "trim", Map.of("end", 2.5));
        var after = caller.get(id, "waveform").statusCode(200).extract().jsonPath();

        assertThat(after.getInt("length") * after.getInt("samples_per_pixel"))
                .isCloseTo(before.getInt("length") * before.getInt("samples_per_pixel") / 4, within(1000));
    }

    @Test
    void partsAreRemovedInWhateverOrderTheyAreNamed() {
        var trimmed = caller.done(
                id,
                "trim",
                Map.of(
                        "remove",
                        List.of(
                                Map.of("start", 8, "end", 9),
                                Map.of("start", 1, "end", 3),
                                Map.of("start", 2, "end", 4))));

        // the pieces overlap for some milliseconds at each joint
        assertThat(trimmed.getDouble("duration")).isCloseTo(6, within(0.05));
    }

    @Test
    void whatLiesBeyondTheEndIsRefused() {
        for (var body : List.of(Map.of("start", 10.5), Map.of("start", 9, "end", 12))) {
            caller.ask(id, "trim", body).statusCode(422).body("code", equalTo("unprocessable-audio"));
        }
        caller.ask(id, "trim", Map.of("remove", List.of(Map.of("start", 0, "end", 10))))
                .statusCode(422)
                .body("code", equalTo("unprocessable-audio"));
        assertThat(caller.versions(id).<Integer>getList("items.version")).containsExactly(1);
    }

    @Test
    void itsEventsNameWhatIsNoLongerTheSame() {
        caller.done(id, "trim", Map.of("end", 5));

        assertThat(caller.eventNames(id))
                .containsExactly("created", "processing", "completed", "processing", "updated", "completed");
        assertThat(caller.events(id).<String>getList("items[4].data.changed"))
                .contains("duration", "fileSize", "participants", "sha256", "version")
                .doesNotContain("codec", "id", "job", "status", "tags", "updated");
    }
}
