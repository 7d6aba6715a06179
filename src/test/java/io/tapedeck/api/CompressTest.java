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

/** Audio that is made smaller. */
@QuarkusTest
class CompressTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void aRealCallBecomesMuchSmallerAndKeepsItsSides() {
        var call = Audio.realCall();
        var id = caller.completed(call);

        var compressed = caller.done(id, "compress", Map.of());

        assertThat(compressed.getLong("fileSize")).isLessThan(call.length / 5);
        assertThat(compressed.getDouble("compressionRatio"))
                .isCloseTo((double) call.length / compressed.getLong("fileSize"), within(1e-6));
        assertThat(compressed.getString("codec")).isEqualTo("opus");
        assertThat(compressed.getDouble("duration")).isCloseTo(245.38, within(0.05));
        assertThat(compressed.getString("channelLayout")).isEqualTo("dual");
        assertThat(compressed.getDouble("participants[0].speakingTime")).isBetween(85.0, 105.0);
        assertThat(compressed.getInt("version")).isEqualTo(2);
        assertThat(Audio.sha256(caller.audio(id))).isEqualTo(compressed.getString("sha256"));
    }

    @Test
    void theResultIsNeverLargerThanWasAskedAndUsesWhatItMay() {
        var id = caller.completed(Audio.realCall());

        for (var most : List.of(1_200_000, 900_000)) {
            var size = caller.done(id, "compress", Map.of("maxSize", most)).getLong("fileSize");
            assertThat(size).isBetween(most * 8L / 10, (long) most);
        }
    }

    @Test
    void qualityHasItsPrice() {
        var sizes = List.of("low", "medium", "high").stream()
                .map(quality -> caller.done(caller.completed(DIALOGUE), "compress", Map.of("quality", quality)))
                .map(compressed -> compressed.getInt("fileSize"))
                .toList();

        assertThat(sizes).isSorted().doesNotHaveDuplicates().allMatch(size -> size < DIALOGUE.length);
    }

    @Test
    void aFormatAndABitrateCanBeAskedFor() {
        var id = caller.completed(DIALOGUE);

        var compressed = caller.done(id, "compress", Map.of("format", "mp3", "bitrate", 32));

        assertThat(compressed.getString("format")).isEqualTo("mp3");
        assertThat(compressed.getDouble("bitrate")).isBetween(28.0, 36.0);
    }

    @Test
    void whatCannotBeMetIsRefusedBeforeAnyWork() {
        var id = caller.completed(Audio.realCall());
        var before = caller.show(id).extract().header("ETag");

        caller.ask(id, "compress", Map.of("maxSize", 1024))
                .statusCode(422)
                .body("code", equalTo("unprocessable-audio"));

        caller.show(id).header("ETag", before);
        assertThat(caller.jobs(id).<String>getList("items.action")).containsExactly("ingest");
    }

    @Test
    void itsEventsTellTheStory() {
        var id = caller.completed(DIALOGUE);

        caller.done(id, "compress", Map.of());

        assertThat(caller.eventNames(id))
                .containsExactly("created", "processing", "completed", "processing", "compressed", "completed");
        var events = caller.events(id);
        assertThat(events.getString("items[3].actor")).startsWith("key:");
        assertThat(events.getString("items[3].data.recording.status")).isEqualTo("processing");
        assertThat(events.getString("items[3].data.job.action")).isEqualTo("compress");
        assertThat(events.getString("items[4].actor")).startsWith("job:");
        assertThat(events.getInt("items[4].data.recording.version")).isEqualTo(2);
        assertThat(events.getString("items[5].data.recording.status")).isEqualTo("completed");
    }
}
