package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.audio.Export.TranscriptFormat;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Retention;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker does for a job that exports, and what it leaves behind. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class ExportingTest {
    private static final String CALL = "a call of which every letter takes a second";
    private static final Export ALL = export(EnumSet.allOf(Part.class), Optional.empty());

    private final Workshop workshop;
    private final Json json = new Json();
    private RecordingId id;

    ExportingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void thereIsACall() {
        id = workshop.recorded(CALL);
        workshop.give(id, "hello");
        workshop.run(workshop.analyze(id));
    }

    @Test
    void allThatThereIsOfARecordingIsInItInAFixedOrder() {
        var files = unzip(run(ALL));

        assertThat(files.keySet())
                .containsExactly(
                        id + ".wav",
                        "metadata.json",
                        "transcript.json",
                        "transcript.vtt",
                        "transcript.srt",
                        "transcript.txt",
                        "analytics.json",
                        "waveform.json",
                        "events.json",
                        "versions.json",
                        "manifest.json");
        assertThat(text(files, id + ".wav")).isEqualTo(CALL);
        assertThat(text(files, "transcript.vtt")).startsWith("WEBVTT").contains("hello");
        assertThat(tree(files, "transcript.json").path("recording").asText()).isEqualTo(id.toString());
        assertThat(tree(files, "analytics.json").path("status").asText()).isEqualTo("completed");
        assertThat(tree(files, "versions.json")).hasSize(1);
        assertThat(tree(files, "waveform.json").path("channels").intValue()).isEqualTo(1);
    }

    @Test
    void theManifestNamesEveryFileAndWhoAsked() {
        var job = run(ALL);
        var files = unzip(job);
        var manifest = tree(files, "manifest.json");

        assertThat(manifest.path("recording").asText()).isEqualTo(id.toString());
        assertThat(manifest.path("version").intValue()).isEqualTo(1);
        assertThat(manifest.path("actor").asText()).isEqualTo("key:ann");
        assertThat(manifest.path("job").asText()).isEqualTo(job.id().toString());
        assertThat(manifest.path("created").longValue()).isEqualTo(job.created().getEpochSecond());
        assertThat(manifest.path("missing")).isEmpty();
        var listed = new LinkedHashMap<String, String>();
        manifest.path("files")
                .forEach(file -> listed.put(
                        file.path("path").asText(),
                        file.path("size").asText() + " " + file.path("sha256").asText()));
        var packed = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) -> packed.put(name, bytes.length + " " + sha256(bytes)));
        packed.remove("manifest.json");
        assertThat(listed).isEqualTo(packed);
    }

    @Test
    void itsResultSaysWhatItIs() {
        var job = run(ALL);

        var archive = workshop.bucket.read(job.export()).orElseThrow();
        assertThat(result(job))
                .isEqualTo(new Export.Result(
                        Optional.of(1),
                        0,
                        archive.length,
                        sha256(archive),
                        11,
                        List.of(),
                        workshop.now().plus(Duration.ofDays(1))));
        assertThat(workshop.events(id)).endsWith("analyzed", "completed", "processing", "completed");
    }

    @Test
    void filesAreAsOldAsTheRecordingAndAudioIsNotDeflated() throws IOException {
        var created = LocalDateTime.ofInstant(workshop.find(id).history().created(), ZoneOffset.UTC);
        workshop.clock.set(workshop.now().plusSeconds(3600));
        var archive = workshop.bucket.read(run(ALL).export()).orElseThrow();

        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getMethod()).isEqualTo(ZipEntry.STORED);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(created);
            }
        }
    }

    @Test
    void theSameExportTwiceIsTheSameBytesButForTheManifest() {
        var first = unzip(run(ALL));
        workshop.clock.set(workshop.now().plusSeconds(3600));
        var second = unzip(run(ALL));

        assertThat(text(second, "manifest.json")).isNotEqualTo(text(first, "manifest.json"));
        first.remove("manifest.json");
        second.remove("manifest.json");
        assertThat(List.copyOf(second.keySet())).isEqualTo(List.copyOf(first.keySet()));
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void eventsAreThoseOfTheRecordingAndNotOfItsExports() {
        run(ALL);
        var events = tree(unzip(run(ALL)), "events.json");

        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .map(event -> event.path("type").asText().replace("recording.", "")))
                .containsExactly(
                        "created", "processing", "completed", "transcribed", "processing", "analyzed", "completed");
        assertThat(events.get(0).path("data").path("recording").path("id").asText())
                .isEqualTo(id.toString());
    }

    @Test
    void metadataSaysWhatTheRecordingIsAndNotWhatIsDoneToIt() {
        var metadata = tree(unzip(run(ALL)), "metadata.json");

        assertThat(metadata.path("id").asText()).isEqualTo(id.toString());
        assertThat(metadata.path("status").asText()).isEqualTo("completed");
        assertThat(metadata.path("version").intValue()).isEqualTo(1);
        assertThat(metadata.has("job")).isFalse();
        assertThat(metadata.has("bucket")).isFalse();
        assertThat(metadata.toString()).doesNotContain("http");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void onlyWhatIsNamedIsIncluded(Part part) {
        var files = unzip(run(export(Set.of(part), Optional.empty())));

        assertThat(files).hasSize(part == Part.TRANSCRIPT ? 5 : 2).containsKey("manifest.json");
    }

    @Test
    void onlyTheFormsThatAreAskedForAreWritten() {
        var files = unzip(run(
                new Export(Set.of(Part.TRANSCRIPT), Set.of(TranscriptFormat.SRT), Optional.empty(), Export.SHORTEST)));

        assertThat(files.keySet()).containsExactly("transcript.srt", "manifest.json");
    }

    @Test
    void whatDoesNotExistIsNamedAsMissing() {
        id = workshop.recorded("mumbling");

        var job = run(ALL);

        assertThat(result(job).missing()).containsExactly("transcript", "analytics");
        var files = unzip(job);
        assertThat(tree(files, "manifest.json").path("missing"))
                .extracting(JsonNode::asText)
                .containsExactly("transcript", "analytics");
        assertThat(files).doesNotContainKeys("transcript.json", "analytics.json");
    }

    @Test
    void audioIsConvertedOnTheWayAndNoVersionIsMade() {
        var files = unzip(run(export(Set.of(Part.AUDIO), Optional.of(Format.MP3))));

        assertThat(text(files, id + ".mp3")).isEqualTo(CALL + ", then mp3");
        assertThat(workshop.versions(id)).hasSize(1);
        assertThat(workshop.objects(id))
                .filteredOn(key -> key.startsWith("audio/"))
                .hasSize(1);
    }

    @Test
    void audioThatIsInTheFormatAlreadyStaysAsItIs() {
        assertThat(text(unzip(run(export(Set.of(Part.AUDIO), Optional.of(Format.WAV)))), id + ".wav"))
                .isEqualTo(CALL);
    }

    @Test
    void ofSeveralVersionsTheCurrentOneIsExported() {
        workshop.run(workshop.convert(id, Format.MP3).job());

        var files = unzip(run(ALL));

        assertThat(text(files, id + "-v2.mp3")).isEqualTo(CALL + ", then mp3");
        assertThat(tree(files, "versions.json")).hasSize(2);
        assertThat(tree(files, "analytics.json").path("stale").booleanValue()).isTrue();
    }

    @Test
    void itWaitsForWhatWasAcceptedBefore() {
        workshop.convert(id, Format.MP3);
        var job = submit(ALL);
        workshop.runAll(id);

        assertThat(unzip(job)).containsKey(id + "-v2.mp3");
    }

    @Test
    void audioThatIsNotWhatItWasIsNotHandedOn() {
        workshop.bucket.put(
                workshop.find(id).audio().orElseThrow().file().key(),
                CALL.toUpperCase().getBytes());

        var job = run(ALL);

        assertThat(job.execution().failure().orElseThrow().code()).isEqualTo("audio-damaged");
        assertThat(exports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?begin", "?part=1", "?complete"})
    void aWorkerThatDiesLeavesNothingThatTheNextOneDoesNotRemove(String step) {
        var job = submit(ALL);
        workshop.trouble.dieAfter(key -> key.contains(id.toString()) && key.endsWith(step));
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);

        workshop.sweep(job, Duration.ofHours(1));
        workshop.run(job);

        assertThat(unzip(workshop.job(job))).hasSize(11);
        assertThat(exports()).containsExactly(workshop.job(job).export().value());
        assertThat(workshop.bucket.unfinished("exports/acme/" + id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?begin", "?part=1", "?complete"})
    void threeThatDieLeaveNothing(String step) {
        var job = submit(ALL);
        for (int attempt = 0; attempt < Job.MAX_ATTEMPTS; attempt++) {
            workshop.trouble.dieAfter(key -> key.contains(id.toString()) && key.endsWith(step));
            assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
            workshop.sweep(job, Duration.ofHours(1));
        }

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(exports()).isEmpty();
        assertThat(workshop.bucket.unfinished("exports/acme/" + id)).isEmpty();
        assertThat(workshop.find(id).jobs().isIdle()).isTrue();
    }

    @Test
    void anAttemptThatFailsLeavesNothing() {
        var job = submit(ALL);
        workshop.trouble.after(key -> key.contains(id.toString()) && key.endsWith("?part=1"), () -> {
            throw new IllegalStateException("no more");
        });

        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.QUEUED);
        assertThat(exports()).isEmpty();
        assertThat(workshop.bucket.unfinished("exports/acme/" + id)).isEmpty();
    }

    @Test
    void onceItsTimeIsOverTheSweepRemovesIt() {
        var job = run(new Export(Set.of(Part.METADATA), Set.of(), Optional.empty(), 60));
        workshop.sweep(job, Duration.ofSeconds(59));
        assertThat(exports()).hasSize(1);

        workshop.sweep(job, Duration.ofSeconds(1));

        assertThat(exports()).isEmpty();
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.job(job).dispatch().due()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRedactionDestroysWhatWasExportedBefore(boolean isOriginalKept) {
        var before = run(ALL);
        workshop.run(workshop.redact(id, redaction(isOriginalKept)));

        assertThat(exports()).isEmpty();
        assertThat(result(before).since())
                .isNotEqualTo(workshop.find(id).history().redaction());
    }

    @Test
    void whatIsExportedOfTheRedactedRecordingStays() {
        var redaction = workshop.redact(id, redaction(false));
        workshop.run(redaction);
        var after = run(ALL);

        workshop.sweep(redaction, Duration.ofMinutes(5));

        assertThat(text(unzip(after), id + "-v2.wav")).isEqualTo(CALL + ", then silence");
        assertThat(tree(unzip(after), "versions.json").get(0).path("purged").booleanValue())
                .isTrue();
    }

    @Test
    void aWorkerThatLostItsJobToARedactionHandsOutNothing() {
        var job = submit(export(Set.of(Part.AUDIO), Optional.of(Format.MP3)));
        workshop.processor.then(_ -> {
            workshop.sweep(job, Duration.ofHours(1));
            for (int attempt = 1; attempt < Job.MAX_ATTEMPTS; attempt++) {
                workshop.processor.thenFail();
                workshop.run(job);
                workshop.sweep(job, Duration.ofHours(1));
            }
            workshop.run(workshop.redact(id, redaction(false)));
            return Optional.empty();
        });

        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.find(id).history().redaction()).isEqualTo(2);
        assertThat(exports()).isEmpty();
    }

    @Test
    void otherAudioThanWasReadIsNotPublished() {
        var job = submit(export(Set.of(Part.AUDIO), Optional.of(Format.MP3)));
        workshop.processor.then(_ -> {
            replaceAudio();
            return Optional.empty();
        });

        workshop.run(job);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.QUEUED);
        assertThat(exports()).isEmpty();

        workshop.sweep(job, Duration.ofMinutes(1));
        workshop.run(job);
        assertThat(unzip(workshop.job(job))).containsKey(id + "-v7.mp3");
    }

    @Test
    void aRecordingThatIsDeletedMeanwhileLeavesNothing() {
        var job = submit(export(Set.of(Part.AUDIO), Optional.of(Format.MP3)));
        workshop.processor.then(_ -> {
            workshop.deletions.delete(ACME, id, ANN, _ -> {});
            return Optional.empty();
        });

        assertThat(workshop.run(job)).isEqualTo(new Attempt.NotHeld());

        assertThat(workshop.objects(id)).isEmpty();
    }

    @Test
    void oneThatIsDeletedLaterTakesItsExportsAlong() {
        run(ALL);

        workshop.deletions.delete(ACME, id, ANN, _ -> {});

        assertThat(workshop.objects(id)).isEmpty();
    }

    @Test
    void aHoldDoesNotStopIt() {
        hold();

        assertThat(unzip(run(ALL))).hasSize(11);
    }

    @Test
    void audioThatExpiresBeforeItsTurnIsNotExported() {
        var job = submit(ALL);
        workshop.clock.set(workshop.now().plus(Duration.ofDays(31)));

        workshop.run(job);

        assertThat(workshop.job(job).execution().failure().orElseThrow().code()).isEqualTo("expired");
    }

    private static Export export(Set<Part> include, Optional<Format> format) {
        return new Export(include, EnumSet.allOf(TranscriptFormat.class), format, Export.DAY);
    }

    private static Redaction redaction(boolean isOriginalKept) {
        return new Redaction(
                Style.SILENCE, Set.of(), List.of(new Range(1, 2)), 0, Redaction.Channels.ALL, isOriginalKept, false);
    }

    private Job submit(Export task) {
        return workshop.jobs
                .submit(ACME, id, task, ANN, new JobId(workshop.ids.next()))
                .job();
    }

    private Job run(Export task) {
        var job = submit(task);
        do {
            workshop.run(job);
            if (workshop.job(job).execution().status() == State.QUEUED) {
                workshop.sweep(job, Duration.ofHours(1));
            }
        } while (!workshop.job(job).execution().isOver());
        return workshop.job(job);
    }

    private Export.Result result(Job job) {
        return (Export.Result) workshop.job(job).execution().result().orElseThrow();
    }

    private List<String> exports() {
        return workshop.objects("exports/acme/" + id);
    }

    private Map<String, byte[]> unzip(Job job) {
        var files = new LinkedHashMap<String, byte[]>();
        var archive = workshop.bucket.read(workshop.job(job).export()).orElseThrow();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private JsonNode tree(Map<String, byte[]> files, String name) {
        return json.read(text(files, name));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hold() {
        workshop.recordings.change(ACME, id, recording -> {
            var held = new Retention(
                    recording.retention().period(),
                    recording.retention().expiresAt(),
                    recording.retention().autoDeleteAt(),
                    true,
                    false,
                    true);
            var after = recording.withDetails(Details.NONE, held, workshop.now());
            return Decision.write(new Change(after, List.of(), List.of(), List.of()));
        });
    }

    /** As nothing does while a job runs: another version is the current one. */
    private void replaceAudio() {
        workshop.recordings.change(ACME, id, recording -> {
            var audio = recording.audio().orElseThrow();
            var other = new AudioVersion(
                    7,
                    audio.provenance(),
                    audio.file(),
                    audio.originalSize(),
                    audio.measures(),
                    audio.treatments(),
                    audio.transcript(),
                    audio.analytics(),
                    audio.redactions(),
                    false);
            return Decision.write(
                    new Change(recording.withAudio(other, workshop.now()), List.of(), List.of(other), List.of()));
        });
    }
}
