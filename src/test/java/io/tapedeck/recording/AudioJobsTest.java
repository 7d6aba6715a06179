package io.tapedeck.recording;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static io.tapedeck.work.Workshop.NOON;
import static io.tapedeck.work.Workshop.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.call.Reference;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({DynamoDbLocal.class, S3Local.class})
class AudioJobsTest {
    private static final AudioTask IMPOSSIBLE =
            new Conversion(Format.WAV, Optional.of(Codec.MP3), Optional.empty(), Optional.empty(), Optional.empty());

    private final Workshop workshop;

    AudioJobsTest(Table table, S3Server server, @TempDir Path workDir) {
        workshop = new Workshop(table, server, workDir);
    }

    @Test
    void whatIsAskedAgainUnderTheSameIdIsAcceptedOnce() {
        var id = workshop.recorded("call");
        var job = new JobId(workshop.ids.next());
        var first = workshop.jobs.submit(ACME, id, to(Format.MP3), ANN, job);

        var again = workshop.jobs.submit(ACME, id, to(Format.MP3), ANN, job);

        assertThat(again.job()).isEqualTo(first.job());
        assertThat(workshop.find(id).jobs().queue()).containsExactly(job);
    }

    @Test
    void ofTwoRequestsAtTheSameTimeNoneIsLost() {
        var id = workshop.recorded("call");

        var both = List.of(
                CompletableFuture.supplyAsync(() -> workshop.convert(id, Format.MP3)),
                CompletableFuture.supplyAsync(() -> workshop.convert(id, Format.FLAC)));
        both.forEach(CompletableFuture::join);

        assertThat(workshop.find(id).jobs().queue()).hasSize(2);
        workshop.runAll(id);
        assertThat(workshop.versions(id)).hasSize(3);
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnyWork() {
        var id = workshop.recorded("call");

        assertRefused(
                ProblemType.UNPROCESSABLE_AUDIO,
                () -> workshop.jobs.submit(ACME, id, IMPOSSIBLE, ANN, new JobId(workshop.ids.next())));

        assertThat(workshop.store.jobs(ACME, id)).hasSize(1);
    }

    @Test
    void behindOtherJobsWhatCannotBeDoneFailsByItself() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);
        var job = workshop.jobs
                .submit(ACME, id, IMPOSSIBLE, ANN, new JobId(workshop.ids.next()))
                .job();
        workshop.convert(id, Format.FLAC);

        workshop.runAll(id);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3, then flac");
    }

    @Test
    void aJobIsAcceptedWhileTheAudioIsStillToCome() {
        var id = workshop.uploaded("call");

        workshop.convert(id, Format.MP3);
        workshop.runAll(id);
        workshop.run(id);
        workshop.runAll(id);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whereNoAudioEverComesNothingIsAccepted() {
        var id = workshop.recorded("42");

        assertRefused(ProblemType.UNPROCESSABLE_AUDIO, () -> workshop.convert(id, Format.MP3));
        assertRefused(ProblemType.UNPROCESSABLE_AUDIO, () -> asNew(id));
    }

    @Test
    void whatIsUnknownDeletedOrExpiredIsRefused() {
        var id = workshop.recorded("call");
        expire(id);
        assertRefused(ProblemType.GONE, () -> workshop.convert(id, Format.MP3));
        assertRefused(ProblemType.GONE, () -> asNew(id));

        workshop.deletions.delete(ACME, id, ANN, _ -> {});
        assertRefused(ProblemType.GONE, () -> workshop.convert(id, Format.MP3));

        assertRefused(
                ProblemType.NOT_FOUND,
                () -> workshop.jobs.submit(
                        new TenantId("other"), id, to(Format.MP3), ANN, new JobId(workshop.ids.next())));
    }

    @Test
    void asNewMakesARecordingOfItsOwn() {
        var source = described("call", "call-1");
        var accepted = asNew(source);
        var id = accepted.recording().id();
        assertThat(accepted.recording().lifecycle().status()).isEqualTo(Status.PROCESSING);
        assertThat(accepted.job().dispatch().ready()).isTrue();

        workshop.runAll(id);

        var copy = workshop.find(id);
        assertThat(copy.lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(copy.derivedFrom()).containsExactly(source.toString());
        assertThat(copy.details()).isEqualTo(workshop.find(source).details());
        assertThat(copy.audio().orElseThrow().number()).isEqualTo(1);
        assertThat(copy.audio().orElseThrow().compressionRatio())
                .isEqualTo((double) "call".length() / "call, then mp3".length());
        assertThat(workshop.events(id)).containsExactly("created", "processing", "updated", "completed");
        assertThat(workshop.text(source)).isEqualTo("call");
    }

    @Test
    void aCopyGoesWhenItsOriginalWouldHaveGone() {
        var source = workshop.recorded("call");
        var goes = workshop.find(source).retention().autoDeleteAt();
        workshop.clock.set(NOON.plus(Duration.ofDays(1)));

        var copy = asNew(source).recording();

        assertThat(copy.retention().autoDeleteAt()).isEqualTo(goes);
        assertThat(copy.retention().period()).isEmpty();
    }

    @Test
    void whatOnlyALegalHoldKeepsIsNotCopied() {
        var source = workshop.recorded("call");
        var held = new Retention(Optional.of(1), Optional.empty(), Optional.of(NOON), true, false, true);
        retain(source, held);

        assertRefused(ProblemType.GONE, () -> asNew(source));
    }

    @Test
    void whatIsAskedAgainUnderTheSameIdMakesOneRecording() {
        var source = workshop.recorded("call");
        var newId = new RecordingId(workshop.ids.next());
        var first = workshop.jobs.submitAsNew(ACME, newId, source, to(Format.MP3), ANN);
        workshop.runAll(newId);
        workshop.convert(source, Format.FLAC);

        var again = workshop.jobs.submitAsNew(ACME, newId, source, to(Format.MP3), ANN);

        assertThat(again.job().id()).isEqualTo(first.job().id());
        assertThat(again.job().execution().status()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aSourceThatIsWorkedOnIsNotReady() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);

        assertRefused(ProblemType.NOT_READY, () -> asNew(id));
    }

    @Test
    void asNewOfAudioThatIsBestLeftAsItIsIsACopy() {
        var source = workshop.recorded("call");
        var note = new AudioResult(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of("It was good already."));
        workshop.processor.thenAnswer(new Unchanged(note));
        var id = asNew(source).recording().id();

        workshop.runAll(id);

        assertThat(workshop.text(id)).isEqualTo("call");
        assertThat(workshop.versions(id).getFirst().file().sha256())
                .isEqualTo(workshop.versions(source).getFirst().file().sha256());
        assertThat(Set.copyOf(workshop.objects(id))).isEqualTo(Set.copyOf(workshop.objectsOfVersions(id)));
        assertThat(workshop.store.jobs(ACME, id).getFirst().execution().result())
                .contains(note.making(1));
    }

    @Test
    void whatIsMadeIsMadeOfTheVersionThatWasCurrent() {
        var source = workshop.recorded("call");
        var id = asNew(source).recording().id();
        workshop.convert(source, Format.FLAC);
        workshop.runAll(source);

        workshop.runAll(id);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whereTheSourceIsDeletedMeanwhileNothingIsMade() {
        var source = workshop.recorded("call");
        var id = asNew(source).recording().id();
        workshop.deletions.delete(ACME, source, ANN, _ -> {});

        workshop.runAll(id);

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.FAILED);
        assertThat(workshop.find(id).lifecycle().failure().orElseThrow().code()).isEqualTo("source-gone");
        assertThat(workshop.events(id)).containsExactly("created", "processing", "failed");
    }

    @Test
    void aMergeIsMadeOfAllItsSources() {
        var first = described("hello", "call-1");
        var second = described("world", "call-1");
        var merge = merge(first, second);
        var given = details("call-9", List.of("joined"));

        var accepted =
                workshop.jobs.merge(ACME, new RecordingId(workshop.ids.next()), merge, given, Optional.of(7), ANN);
        var id = accepted.recording().id();
        workshop.runAll(id);

        var merged = workshop.find(id);
        assertThat(workshop.text(id)).isEqualTo("hello and world, then ogg");
        assertThat(merged.derivedFrom()).containsExactly(first.toString(), second.toString());
        assertThat(merged.details().call().orElseThrow().id()).isEqualTo("call-1");
        assertThat(merged.details().tags()).containsExactly("joined");
        assertThat(merged.retention().period()).contains(7);
        assertThat(merged.audio().orElseThrow().provenance().parentSha256()).isEmpty();
        assertThat(workshop.events(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void aMergeOfWhatIsNotThereSaysWhich() {
        var known = workshop.recorded("call");
        var unknown = new RecordingId(workshop.ids.next());

        assertThatThrownBy(() -> merged(new TenantId("acme"), known, unknown))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND);
                    assertThat(problem).hasMessageStartingWith("/recordings/1 ");
                });
        assertThatThrownBy(() -> merged(new TenantId("other"), known, unknown))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem).hasMessageStartingWith("/recordings/0 "));
    }

    @Test
    void aMergeOfWhatIsWorkedOnIsNotReady() {
        var busy = workshop.recorded("call");
        workshop.convert(busy, Format.MP3);

        assertThatThrownBy(() -> merged(ACME, busy, busy)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.NOT_READY);
            assertThat(problem.getMessage()).startsWith(busy + " cannot be merged. ");
        });
    }

    @Test
    void waitingEndsWithTheJob() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        var work = CompletableFuture.runAsync(() -> workshop.run(job));

        var over = workshop.jobs.await(ACME, id, job.id(), Duration.ofMinutes(1));

        assertThat(over.execution().status()).isEqualTo(State.SUCCEEDED);
        work.join();
    }

    @Test
    void waitingEndsWithThePatience() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();

        assertThat(workshop.jobs
                        .await(ACME, id, job.id(), Duration.ofMillis(1))
                        .execution()
                        .status())
                .isEqualTo(State.QUEUED);
    }

    private AudioJobs.Accepted asNew(RecordingId source) {
        return workshop.jobs.submitAsNew(ACME, new RecordingId(workshop.ids.next()), source, to(Format.MP3), ANN);
    }

    private AudioJobs.Accepted merged(TenantId tenant, RecordingId... sources) {
        var newId = new RecordingId(workshop.ids.next());
        return workshop.jobs.merge(tenant, newId, merge(sources), Details.NONE, Optional.empty(), ANN);
    }

    private static Merge merge(RecordingId... sources) {
        return new Merge(List.of(sources), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.empty());
    }

    private RecordingId described(String text, String call) {
        var id = workshop.recorded(text);
        change(id, recording -> recording.withDetails(details(call, List.of("a")), recording.retention(), NOON));
        return id;
    }

    private static Details details(String call, List<String> tags) {
        return new Details(
                Optional.of(new Reference(call, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                tags,
                Optional.empty());
    }

    private void expire(RecordingId id) {
        retain(
                id,
                new Retention(
                        Optional.of(30),
                        Optional.of(NOON),
                        Optional.of(NOON.plus(Duration.ofDays(1))),
                        false,
                        false,
                        false));
    }

    private void retain(RecordingId id, Retention retention) {
        change(id, recording -> recording.withDetails(recording.details(), retention, NOON));
    }

    private void change(RecordingId id, java.util.function.UnaryOperator<CallRecording> change) {
        workshop.recordings.change(
                ACME,
                id,
                recording -> Decision.write(new Change(change.apply(recording), List.of(), List.of(), List.of())));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
