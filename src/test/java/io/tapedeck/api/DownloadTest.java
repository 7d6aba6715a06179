package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the audio is to be had, and how often it was. */
@QuarkusTest
class DownloadTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(TONE);
    }

    @Test
    void aDownloadSaysWhatTheFileIsAndWhereItIs() {
        var file = caller.get(id, "download").statusCode(200).extract().jsonPath();

        assertThat(file.getString("recording")).isEqualTo(id);
        assertThat(file.getInt("version")).isEqualTo(1);
        assertThat(file.getString("contentType")).isEqualTo("audio/wav");
        assertThat(file.getLong("size")).isEqualTo(TONE.length);
        assertThat(file.getString("sha256")).isEqualTo(Audio.sha256(TONE));
        assertThat(file.getDouble("duration")).isEqualTo(2);
        assertThat(file.getLong("expiresAt")).isGreaterThan(clock.now());
        assertThat(Transfer.get(file.getString("url")).requireStatus(200).body())
                .isEqualTo(TONE);
    }

    @Test
    void theFileIsSavedUnderTheNameAndTypeThatWereTold() {
        var file = caller.get(id, "download").extract().jsonPath();
        var fetched = Transfer.get(file.getString("url")).requireStatus(200);
        assertThat(fetched.header("content-disposition"))
                .isEqualTo("attachment; filename=\"%s\"".formatted(file.getString("fileName")));
        assertThat(fetched.header("content-type")).isEqualTo("audio/wav");
    }

    @Test
    void aRangeOfItCanBeHad() {
        var url = caller.get(id, "download").extract().<String>path("url");
        var fetched = Transfer.get(url, "Range", "bytes=44-143").requireStatus(206);
        assertThat(fetched.body()).isEqualTo(Arrays.copyOfRange(TONE, 44, 144));
        assertThat(fetched.header("content-range")).isEqualTo("bytes 44-143/" + TONE.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/*", "Audio/*", "AUDIO/WAV; q=0.9"})
    void whoAcceptsAudioIsSentThere(String accepted) {
        var location = caller.request()
                .accept(accepted)
                .get("/v1/recordings/{id}/download", id)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(Transfer.get(location).requireStatus(200).body()).isEqualTo(TONE);
    }

    @Test
    void whoAsksForARedirectIsSentThere() {
        var location = caller.get(id, "download?redirect=true")
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(Transfer.get(location).requireStatus(200).body()).isEqualTo(TONE);
    }

    @Test
    void anEarlierVersionMustBeThere() {
        caller.get(id, "download?version=1").statusCode(200);
        caller.get(id, "download?version=2").statusCode(404);
    }

    @Test
    void aDownloadIsCountedDatedAndTold() {
        caller.get(id, "download").statusCode(200);

        var recording = caller.retrieve(id);
        assertThat(recording.getInt("downloadCount")).isEqualTo(1);
        assertThat(recording.getLong("lastAccessed")).isBetween(clock.now() - 60, clock.now());
        var events = caller.events(id);
        assertThat(events.getString("items[-1].type")).isEqualTo("recording.downloaded");
        assertThat(events.getString("items[-1].actor")).startsWith("key:");
    }

    @Test
    void theCountIsExactHoweverManyDownloadAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(50)) {
            Callable<Integer> download =
                    () -> caller.get(id, "download").extract().statusCode();
            var answers =
                    threads.invokeAll(Stream.generate(() -> download).limit(50).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        caller.show(id).body("downloadCount", equalTo(50));
        assertThat(caller.eventNames(id)).filteredOn("downloaded"::equals).hasSize(50);
        assertThat(caller.events(id).<String>getList("items.sequence"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void countingIsNoChangeOfTheRecording() {
        var before = caller.show(id).extract();
        caller.get(id, "download").statusCode(200);
        caller.show(id).header("ETag", before.header("ETag")).body("updated", equalTo(before.<Integer>path("updated")));
    }

    @Test
    void aKeyThatMayNotDownloadSeesNoLink() {
        var reader = api.key(caller.tenant(), "read");
        var shown = api.as(reader).get("/v1/recordings/{id}", id).then().statusCode(200);
        assertThat(shown.extract().<String>path("secureUrl")).isNull();
        for (var path : List.of("download", "download?redirect=true")) {
            api.as(reader).get("/v1/recordings/{id}/" + path, id).then().statusCode(403);
        }
    }
}
