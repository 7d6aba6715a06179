package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads by a single PUT, announced and not, good and bad. */
@QuarkusTest
class UploadTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();
    private static final byte[] OTHER_TONE = SampleAudio.CLIPPED_WAV.bytes();

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
    void whatIsAsItWasAnnouncedIsCompleted() {
        var terms = Map.of("fileSize", TONE.length, "contentType", "audio/wav", "sha256", Audio.sha256(TONE));
        var id = caller.completed(TONE, Map.of("upload", terms));
        assertThat(caller.retrieve(id).getString("sha256")).isEqualTo(Audio.sha256(TONE));
    }

    @Test
    void theContentTypeThatWasAnnouncedMustBeSent() {
        var created = caller.create(Map.of("upload", Map.of("contentType", "audio/wav")));
        Map<String, String> headers = new HashMap<>(created.getMap("upload.headers"));
        headers.put("content-type", "audio/mpeg");
        Transfer.put(created.getString("upload.url"), headers, TONE).requireStatus(403);
    }

    @Test
    void theSizeThatWasAnnouncedMustBeSent() {
        var created = caller.create(Map.of("upload", Map.of("fileSize", TONE.length)));
        Transfer.put(created, new byte[TONE.length + 1]).requireStatus(403);
        Transfer.put(created, TONE).requireStatus(200);
    }

    @Test
    void theBytesThatWereAnnouncedMustBeSent() {
        var created = caller.create(Map.of("upload", Map.of("sha256", Audio.sha256(TONE))));
        Transfer.put(created, OTHER_TONE).requireStatus(400);
        Transfer.put(created, TONE).requireStatus(200);
    }

    @Test
    void anUploadPastTheUrlIsHeldToTheAnnouncedSize() {
        var id = uploadPastTheUrl(Map.of("fileSize", TONE.length + 1));
        assertThat(caller.awaitStatus(id, "failed").getString("failure.code")).isEqualTo("size-mismatch");
    }

    @Test
    void anUploadPastTheUrlIsHeldToTheAnnouncedHash() {
        var id = uploadPastTheUrl(Map.of("sha256", Audio.sha256(OTHER_TONE)));
        assertThat(caller.awaitStatus(id, "failed").getString("failure.code")).isEqualTo("checksum-mismatch");
    }

    @Test
    void aFailedUploadSaysWhyAndKeepsNoAudio() {
        var id = caller.upload("not audio at all".getBytes(StandardCharsets.UTF_8), Map.of());
        var failed = caller.awaitStatus(id, "failed");

        assertThat(failed.getString("job.status")).isEqualTo("failed");
        assertThat(failed.getString("job.failure.code")).isEqualTo(failed.getString("failure.code"));
        assertThat(failed.<String, Object>getMap("$")).doesNotContainKeys("version", "format", "secureUrl", "sha256");
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "failed");
        assertThat(bucket.objects(id)).noneMatch(key -> key.startsWith("audio/"));
        caller.get(id, "download").statusCode(422).body("detail", equalTo(failed.getString("failure.message")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:1/a.mp3\n",
                "#EXTM3U\nfile:///etc/passwd\n",
                "ffconcat version 1.0\nfile '/etc/passwd'\n",
                "[playlist]\nFile1=/etc/passwd\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period/></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n"
            })
    void whatHoldsNoAudioFailsWithOnePlainSentence(String content) {
        var id = caller.upload(content.getBytes(StandardCharsets.UTF_8), Map.of());
        var failure = caller.awaitStatus(id, "failed").<String, String>getMap("failure");
        assertThat(failure.get("code")).matches("[a-z]+(-[a-z]+)*");
        assertThat(failure.get("message"))
                .matches("[A-Z0-9].{10,200}\\.")
                .doesNotContain("/tmp", "ffmpeg", "Invalid data");
    }

    @Test
    void aVideoWithoutAudioFails() {
        var id = caller.upload(SampleAudio.COVER_ONLY_M4A.bytes(), Map.of());
        assertThat(caller.awaitStatus(id, "failed").getString("failure.message"))
                .isNotBlank();
    }

    @Test
    void anUploadSeenTwiceIsTakenOnce() {
        var created = caller.create(Map.of());
        var id = created.getString("id");
        Transfer.put(created, TONE).requireStatus(200);
        caller.awaitStatus(id, "completed");
        var tag = caller.show(id).extract().header("ETag");

        Transfer.put(created, OTHER_TONE).requireStatus(200);
        await().atMost(Caller.PATIENCE)
                .until(() -> bucket.objects(id).stream().noneMatch(key -> key.startsWith("uploads/")));
        caller.show(id).header("ETag", tag).body("sha256", equalTo(Audio.sha256(TONE)));
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void freshUrlsAreHandedOutUntilTheAudioIsThere() {
        var created = caller.create(Map.of("upload", Map.of("contentType", "audio/wav")));
        var id = created.getString("id");

        var upload = caller.get(id, "upload").statusCode(200).extract().jsonPath();
        Map<String, String> headers = upload.getMap("headers");
        Transfer.put(upload.getString("url"), headers, TONE).requireStatus(200);
        caller.awaitStatus(id, "completed");
        caller.get(id, "upload").statusCode(409).body("detail", containsString("does not wait for an upload"));
    }

    @Test
    void audioThatIsNotThereYetCannotBeHad() {
        var id = caller.create(Map.of()).getString("id");
        caller.get(id, "download").statusCode(409).body("code", equalTo("not-ready"));
        caller.get(id, "waveform").statusCode(409).body("code", equalTo("not-ready"));
    }

    private String uploadPastTheUrl(Map<String, ?> terms) {
        var id = caller.create(Map.of("upload", terms)).getString("id");
        bucket.put("uploads/" + caller.tenant() + "/" + id, TONE);
        return id;
    }
}
