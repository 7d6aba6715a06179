package io.tapedeck.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Treatment;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.call.Participant;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Provenance;
import io.tapedeck.recording.Retention;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.StoredAudio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final TenantId TENANT = new TenantId("acme");
    private static final RecordingId ID = new RecordingId(Ulid.first(NOON));
    private static final Actor ANN = new Actor("key:ann");
    private static final List<AudioTask> TASKS = List.of(
            new Compression(Optional.of(Format.MP3), Optional.of(32), Optional.empty(), Optional.empty()),
            new Conversion(
                    Format.WAV, Optional.of(Codec.PCM_MULAW), Optional.of(8000), Optional.empty(), Optional.of(1)),
            new Trim(Optional.of(0.25), Optional.empty(), List.of(new Range(1.5, 2))),
            new Merge(List.of(ID), Merge.Mode.CHANNELS, 0.5, 0, List.of(0.0, 1.25), Optional.of(Format.OGG)),
            new Enhancement(
                    Optional.of(Enhancement.Strength.LIGHT),
                    Optional.of(Enhancement.Normalization.USUAL),
                    Optional.of(Enhancement.SilenceRemoval.USUAL)));
    private static final AudioResult RESULT = new AudioResult(
            Optional.of(2),
            Optional.of(new SoundQuality(-30, -9.5, -50, 20)),
            Optional.of(new SoundQuality(-16, -1.5, -62, 40)),
            List.of(new Range(1, 2.5)),
            List.of("It was quiet."));

    private final Json json = new Json();
    private final RecordingViews views =
            new RecordingViews(json, new Place(StorageName.OWN, Storage.S3, "calls", "eu-central-1"));

    @Test
    void aRecordingComesBackAsItWasWritten() throws JsonProcessingException {
        var recording = completed();

        assertThat(json.mapper().readValue(json.write(recording), CallRecording.class))
                .isEqualTo(recording);
    }

    @Test
    void audioThatWasMeasuredBeforeItsSignalWasKeptCanBeRead() throws JsonProcessingException {
        var measures = completed().audio().orElseThrow().measures();
        var older = json.mapper().readTree(json.write(measures));
        ((ObjectNode) older).remove("signal");

        var read = json.mapper().treeToValue(older, AudioMeasures.class);

        assertThat(read.signal()).isEmpty();
        assertThat(read.seconds()).isEqualTo(measures.duration());
    }

    @Test
    void aNewRecordingComesBackAsItWasWritten() throws JsonProcessingException {
        var recording = fresh();

        assertThat(json.mapper().readValue(json.write(recording), CallRecording.class))
                .isEqualTo(recording);
    }

    @Test
    void aJobComesBackAsItWasWrittenWhateverItsTask() throws JsonProcessingException {
        assertThat(TASKS)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(AudioTask.class.getPermittedSubclasses());
        for (var task : TASKS) {
            var job = Job.of(
                            new JobId(Ulid.first(Instant.ofEpochMilli(7))),
                            TENANT,
                            ID,
                            task,
                            List.of(new Job.Input(ID, 2)),
                            ANN,
                            NOON)
                    .claimed(NOON, NOON.plusSeconds(30))
                    .succeeded(RESULT, NOON.plusSeconds(9));
            assertThat(json.mapper().readValue(json.write(job), Job.class)).isEqualTo(job);
        }
    }

    @Test
    void aPointInTimeIsInWholeSecondsSince1970() throws JsonProcessingException {
        assertThat(json.write(NOON.plusMillis(999))).isEqualTo("1800000000");
        assertThat(json.mapper().readValue("1800000000", Instant.class)).isEqualTo(NOON);
        assertThat(json.write(Instant.ofEpochMilli(-1))).isEqualTo("-1");
    }

    @Test
    void aRequestIsWhatWasAskedWithoutTheAction() {
        assertThat(json.request(TASKS.getFirst())).isEqualTo("{\"format\":\"mp3\",\"bitrate\":32}");
    }

    @Test
    void aResultLeavesOutWhatThereIsNotToSay() {
        var job = Job.ingest(new JobId(Ulid.first(Instant.ofEpochMilli(7))), TENANT, ID, ANN, NOON)
                .succeeded(new Ingest.Result(1), NOON);

        assertThat(json.read(json.write(JobView.of(job))).path("result")).hasToString("{\"version\":1}");
    }

    @Test
    void whatChangedIsNamedInOrder() {
        var before = fresh();

        assertThat(views.changed(before, completed()))
                .startsWith("bitrate", "channelLayout", "channels", "codec")
                .contains("participants", "version")
                .doesNotContain("status", "updated", "job", "tags");
        assertThat(views.changed(before, before)).isEmpty();
    }

    @Test
    void theViewIsFlatAndLeavesOutWhatHasNoValue() {
        var view = json.read(json.write(views.view(completed(), RecordingView.Addresses.NONE)));

        assertThat(view.path("sampleRate").asInt()).isEqualTo(8000);
        assertThat(view.path("speakerDiarization").asBoolean()).isTrue();
        assertThat(view.path("noiseReduction").asBoolean()).isTrue();
        assertThat(view.path("retentionPeriod").asInt()).isEqualTo(30);
        assertThat(view.path("metadata").path("price").decimalValue()).hasToString("1.10");
        assertThat(view.path("participants").path(0).path("speakingTime").asDouble())
                .isEqualTo(12.5);
        assertThat(view.path("participants").path(1).path("speaker").asText()).isEqualTo("ch_1");
        assertThat(view.has("url")).isFalse();
        assertThat(view.has("intake")).isFalse();
        assertThat(view.has("destroyed")).isFalse();
        assertThat(view.path("warnings").path(0).path("code").asText()).isEqualTo("silent-channel");
    }

    @Test
    void anEventTellsOfRecordingAndJob() {
        var recording = completed();
        var event = new Event(
                Ulid.first(Instant.ofEpochMilli(1)),
                EventName.COMPLETED,
                Actor.SWEEP,
                recording.jobs().latest(),
                List.of());

        var data = json.read(new EventData(json, views).of(event, recording));

        assertThat(data.path("recording").path("id").asText()).isEqualTo(ID.toString());
        assertThat(data.path("job").path("status").asText()).isEqualTo("succeeded");
        assertThat(data.has("changed")).isFalse();
    }

    private static CallRecording fresh() {
        var details = new Details(
                Optional.of(new Reference("call-1", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                List.of(new Participant(Optional.empty(), Optional.of("Ann"), Optional.of(Role.AGENT), Optional.of(0))),
                List.of("a", "b"),
                Optional.of("{\"price\":1.10}"));
        return CallRecording.create(TENANT, ID, details, Retention.of(30, NOON), Placement.OWN, Intake.UNANNOUNCED);
    }

    private static CallRecording completed() {
        var measures = new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                256,
                2,
                245.1,
                Quality.LOSSLESS,
                new Loudness(-23.1, 4, Optional.of(-1.5)),
                Optional.of(ChannelLayout.DUAL),
                List.of(12.5, 0.0),
                List.of(new Warning(Warning.Code.SILENT_CHANNEL, "Channel 1 is silent.")),
                Optional.of(new Signal(1_960_800, List.of(0.001, 0.0), List.of(false, true))));
        var job = Job.awaitingUpload(
                        new JobId(Ulid.first(Instant.ofEpochMilli(7))),
                        TENANT,
                        ID,
                        Actor.UPLOAD,
                        NOON,
                        NOON.plusSeconds(60))
                .claimed(NOON, NOON.plusSeconds(30))
                .succeeded(new Ingest.Result(1), NOON.plusSeconds(9));
        var version = new AudioVersion(
                1,
                new Provenance(Action.INGEST, Optional.empty(), Optional.empty(), NOON, Actor.of(job.id())),
                StoredAudio.planned(job.result(1, Format.WAV), 7_852_238, "ab".repeat(32)),
                7_852_238,
                measures,
                Set.of(Treatment.NOISE_REDUCTION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return fresh().withNewJob(job, NOON)
                .withAudio(version, NOON.plusSeconds(9))
                .finished(job, NOON.plusSeconds(9));
    }
}
