package io.tapedeck.work;

import static io.tapedeck.work.KnownPlaces.AZURE;
import static io.tapedeck.work.KnownPlaces.GCS;
import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.Move;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({DynamoDbLocal.class, S3Local.class})
class MovingTest {
    private final Workshop workshop;
    private RecordingId id;

    MovingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void record() {
        id = workshop.recorded("a call");
        workshop.convert(id, Format.MP3);
        workshop.runAll(id);
        workshop.give(id, "hello");
    }

    @Test
    void everyVersionLiesThereWithItsDocumentsAndNothingIsLeftHere() throws Exception {
        var text = elsewhereOrHere(current());

        var job = move(Optional.of(GCS));

        assertThat(job.execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.objects(id)).isEmpty();
        assertThat(workshop.versions(id)).allMatch(version -> version.liesIn(Optional.of(GCS)));
        assertThat(workshop.elsewhere.names()).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(elsewhereOrHere(current())).isEqualTo(text);
        assertThat(workshop.transcript(id)).isPresent();
        assertThat(workshop.waveforms.find(current().file().key())).isPresent();
        var place = workshop.find(id).placement();
        assertThat(place.current()).map(there -> there.provider()).hasValue(Storage.GCS);
        assertThat(place.others()).isEmpty();
        assertThat(workshop.events(id)).endsWith("updated", "completed");
    }

    @Test
    void whatIsMadeOfItLiesThereAsWell() {
        move(Optional.of(GCS));

        workshop.convert(id, Format.OGG);
        workshop.transcribe(id);
        workshop.analyze(id);
        workshop.runAll(id);

        assertThat(workshop.versions(id)).hasSize(3).allMatch(version -> version.liesIn(Optional.of(GCS)));
        assertThat(current().documents()).hasSize(2);
        assertThat(workshop.objects("audio/acme/" + id)).isEmpty();
    }

    @Test
    void itComesBack() {
        move(Optional.of(GCS));

        move(Optional.empty());

        assertThat(workshop.elsewhere.names()).isEmpty();
        assertThat(workshop.text(id)).isEqualTo("a call, then mp3");
        assertThat(workshop.find(id).placement().current()).isEmpty();
    }

    @Test
    void twoMovesEndWhereTheSecondLeads() {
        var first = submit(Optional.of(GCS));
        var second = submit(Optional.of(AZURE));

        workshop.runAll(id);

        assertThat(workshop.job(first).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.job(second).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.find(id).placement().storage()).hasValue(AZURE);
        assertThat(current().liesIn(Optional.of(AZURE))).isTrue();
    }

    @Test
    void whoIsKilledInTheMiddleLeavesItToAnother() {
        move(Optional.of(GCS));
        var job = submit(Optional.empty());
        workshop.trouble.dieAfter(key -> key.startsWith("audio/") && key.endsWith(".mp3"));

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.text(id)).isEqualTo("a call, then mp3");
        assertThat(workshop.elsewhere.names()).isEmpty();
    }

    @Test
    void aStorageThatDoesNotAnswerIsAskedAgain() {
        workshop.elsewhere.down(true);
        var job = submit(Optional.of(GCS));
        workshop.run(job);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.QUEUED);
        assertThat(workshop.text(id)).isEqualTo("a call, then mp3");
        workshop.elsewhere.down(false);

        workshop.sweep(job, Duration.ofHours(1));
        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void whatArrivesOtherwiseThanItWasLeavesTheRecordingWhereItIs() {
        workshop.elsewhere.lossy(true);

        var job = move(Optional.of(GCS));

        assertThat(job.execution().failure()).map(failure -> failure.code()).hasValue("checksum-mismatch");
        assertThat(workshop.text(id)).isEqualTo("a call, then mp3");
        assertThat(workshop.find(id).placement().current()).isEmpty();
    }

    @Test
    void aTranscriptThatComesMeanwhileIsMovedToo() {
        move(Optional.of(GCS));
        var job = submit(Optional.empty());
        workshop.trouble.after(key -> key.endsWith(".transcript.json.gz"), () -> workshop.give(id, "other"));

        workshop.run(job);

        assertThat(workshop.transcript(id))
                .map(said -> said.text())
                .hasValueSatisfying(text -> assertThat(text).contains("other"));
        assertThat(workshop.elsewhere.names()).isEmpty();
    }

    @Test
    void nothingIsLeftAnywhereOfOneThatIsDeletedAfterwards() {
        move(Optional.of(GCS));

        workshop.deletions.delete(ACME, id, ANN, _ -> {});

        assertThat(workshop.elsewhere.names()).isEmpty();
        assertThat(workshop.objects(id)).isEmpty();
    }

    private Job move(Optional<StorageName> storage) {
        var job = submit(storage);
        workshop.runAll(id);
        return workshop.job(job);
    }

    private Job submit(Optional<StorageName> storage) {
        return workshop.jobs
                .submit(ACME, id, new Move(storage), ANN, new JobId(workshop.ids.next()))
                .job();
    }

    private AudioVersion current() {
        return workshop.find(id).audio().orElseThrow();
    }

    private String elsewhereOrHere(AudioVersion version) throws Exception {
        try (var content = workshop.audio.open(version.file().key()).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Iterable<String> expected() {
        return workshop.versions(id).stream()
                .flatMap(version -> Stream.of(
                                Stream.of(
                                        version.file().key(),
                                        version.file().key().waveform()),
                                version.documents())
                        .flatMap(keys -> keys))
                .map(ObjectKey::value)
                .toList();
    }
}
