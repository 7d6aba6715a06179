package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is known of a real call once it has been uploaded by a single PUT. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadedCallTest {
    private static final byte[] CALL = Audio.realCall();
    private static final double SECONDS = 245.38;

    @Inject
    Api api;

    private Caller caller;
    private String id;
    private JsonPath created;
    private JsonPath completed;

    @BeforeAll
    void uploadTheCall() {
        caller = api.caller();
        created = caller.create(Map.of(
                "call", Map.of("id", "call-40"),
                "participants", List.of(Map.of("name", "Ann", "role", "agent", "channel", 0)),
                "tags", List.of("real")));
        id = created.getString("id");
        Transfer.put(created, CALL).requireStatus(200);
        completed = caller.awaitStatus(id, "completed");
    }

    @Test
    void beforeTheAudioIsThereItIsProcessingAndSaysNothingOfTheAudio() {
        assertThat(created.getString("status")).isEqualTo("processing");
        assertThat(created.getString("job.status")).isEqualTo("awaiting-upload");
        assertThat(created.<String, Object>getMap("$"))
                .doesNotContainKeys(
                        "format",
                        "codec",
                        "duration",
                        "channels",
                        "fileSize",
                        "sha256",
                        "version",
                        "storagePath",
                        "loudness",
                        "quality",
                        "encrypted",
                        "secureUrl",
                        "speakerDiarization",
                        "compressionRatio");
    }

    @Test
    void theBytesSayWhatItIs() {
        assertThat(completed.getString("format")).isEqualTo("wav");
        assertThat(completed.getString("codec")).isEqualTo("pcm_s16le");
        assertThat(completed.getInt("sampleRate")).isEqualTo(8000);
        assertThat(completed.getInt("channels")).isEqualTo(2);
        assertThat(completed.getDouble("bitrate")).isEqualTo(256);
        assertThat(completed.getDouble("duration")).isEqualTo(SECONDS);
        assertThat(completed.getString("quality")).isEqualTo("lossless");
        assertThat(completed.getString("channelLayout")).isEqualTo("dual");
        assertThat(completed.getBoolean("speakerDiarization")).isTrue();
        assertThat(completed.<Object>getList("warnings")).isNull();
    }

    @Test
    void theBytesAreThoseThatWereSent() {
        assertThat(completed.getLong("fileSize")).isEqualTo(CALL.length);
        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(CALL));
        assertThat(completed.getInt("version")).isEqualTo(1);
        assertThat(completed.getDouble("compressionRatio")).isEqualTo(1);
    }

    @Test
    void loudnessIsWhatFfmpegMeasures() {
        assertThat(completed.getDouble("loudness.integrated")).isBetween(-40.0, -10.0);
        assertThat(completed.getDouble("loudness.range")).isBetween(0.5, 30.0);
        assertThat(completed.getDouble("loudness.truePeak")).isBetween(-30.0, 3.0);
    }

    @Test
    void everySideHasItsSpeakingTimeWhetherSomebodyNamedItOrNot() {
        assertThat(completed.<String>getList("participants.name")).containsExactly("Ann", null);
        assertThat(completed.<Integer>getList("participants.channel")).containsExactly(0, 1);
        assertThat(completed.<String>getList("participants.speaker")).containsExactly("ch_0", "ch_1");
        assertThat(completed.getDouble("participants[0].speakingTime")).isBetween(89.0, 99.0);
        assertThat(completed.getDouble("participants[1].speakingTime")).isBetween(89.0, 103.0);
    }

    @Test
    void itLiesUnderItsLastingKey() {
        assertThat(completed.getString("storage")).isEqualTo("s3");
        assertThat(completed.getString("storagePath")).isEqualTo("audio/" + caller.tenant() + "/" + id + "/v1.wav");
        assertThat(completed.getString("url")).endsWith("/v1/recordings/" + id + "/download");
        assertThat(completed.getString("secureUrl")).contains("/u/");
    }

    @Test
    void nothingHasBeenDoneToItYet() {
        assertThat(List.of(
                        "redacted",
                        "hasTranscript",
                        "noiseReduction",
                        "volumeNormalization",
                        "silenceRemoval",
                        "legalHold"))
                .noneMatch(completed::getBoolean);
        assertThat(completed.getInt("downloadCount")).isZero();
        assertThat(completed.<String, Object>getMap("$"))
                .doesNotContainKeys("lastAccessed", "failure", "upload", "deletion", "redactionType");
    }

    @Test
    void itIsKeptAsLongAsTheDeploymentSays() {
        assertThat(completed.getInt("retentionPeriod")).isEqualTo(365);
        assertThat(completed.getLong("autoDeleteAt")).isEqualTo(completed.getLong("created") + 365 * 86_400);
    }

    @Test
    void whatTheCallerSaidIsStillSaid() {
        assertThat(completed.getString("call.id")).isEqualTo("call-40");
        assertThat(completed.<String>getList("tags")).containsExactly("real");
    }

    @Test
    void itsEventsTellTheStoryInOrder() {
        var events = caller.events(id);

        assertThat(events.<String>getList("items.type"))
                .containsExactly("recording.created", "recording.processing", "recording.completed");
        assertThat(events.<String>getList("items.sequence")).isSorted().doesNotHaveDuplicates();
        assertThat(events.<String>getList("items.id")).doesNotHaveDuplicates();
        assertThat(events.<String>getList("items.subject")).containsOnly(id);
        assertThat(events.<String>getList("items.tenant")).containsOnly(caller.tenant());
        assertThat(events.getString("items[0].actor")).startsWith("key:");
        assertThat(events.getString("items[2].actor")).startsWith("job:");
    }

    @Test
    void everyEventShowsTheRecordingAsItWasThenWithoutUrls() {
        var events = caller.events(id);

        assertThat(events.<String>getList("items.data.recording.status"))
                .containsExactly("processing", "processing", "completed");
        assertThat(events.getString("items[2].data.recording.sha256")).isEqualTo(Audio.sha256(CALL));
        assertThat(events.prettify()).doesNotContain("http://", "secureUrl", "X-Amz");
    }

    @Test
    void itHasOneVersionWhichIsTheCurrentOne() {
        var versions = caller.get(id, "versions").statusCode(200).extract().jsonPath();

        assertThat(versions.<Integer>getList("items.version")).containsExactly(1);
        assertThat(versions.getString("items[0].action")).isEqualTo("ingest");
        assertThat(versions.getString("items[0].sha256")).isEqualTo(Audio.sha256(CALL));
        assertThat(versions.getBoolean("items[0].current")).isTrue();
        assertThat(versions.getBoolean("items[0].purged")).isFalse();
        assertThat(versions.getDouble("items[0].duration")).isEqualTo(SECONDS);
    }

    @Test
    void itHasOneJobWhichSucceededAtTheFirstAttempt() {
        var jobs = caller.get(id, "jobs").statusCode(200).extract().jsonPath();
        var job = jobs.getString("items[0].id");

        assertThat(jobs.<String>getList("items.status")).containsExactly("succeeded");
        assertThat(jobs.getInt("items[0].attempts")).isEqualTo(1);
        assertThat(jobs.getDouble("items[0].progress")).isEqualTo(1);
        assertThat(jobs.getLong("items[0].finished")).isGreaterThanOrEqualTo(jobs.getLong("items[0].started"));
        assertThat(completed.getString("job.id")).isEqualTo(job);
        caller.get(id, "jobs/" + job).statusCode(200);
    }

    @Test
    void itsWaveformHasALowAndAHighPeakPerPixelAndChannel() {
        var waveform = caller.get(id, "waveform").statusCode(200).extract().jsonPath();

        assertThat(waveform.getInt("version")).isEqualTo(2);
        assertThat(waveform.getInt("bits")).isEqualTo(8);
        assertThat(waveform.getInt("channels")).isEqualTo(2);
        var seconds =
                waveform.getDouble("length") * waveform.getInt("samples_per_pixel") / waveform.getInt("sample_rate");
        assertThat(seconds).isCloseTo(SECONDS, within(0.1));
        List<Integer> data = waveform.getList("data");
        assertThat(data).hasSize(waveform.getInt("length") * 2 * 2).allMatch(peak -> peak >= -128 && peak <= 127);
        assertThat(data).anyMatch(peak -> peak > 20).anyMatch(peak -> peak < -20);
    }
}
