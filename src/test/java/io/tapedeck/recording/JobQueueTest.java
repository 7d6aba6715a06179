package io.tapedeck.recording;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static io.tapedeck.work.Workshop.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.AudioProcessor.Production.Impossible;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({DynamoDbLocal.class, S3Local.class})
class JobQueueTest {
    private static final Failure BEYOND = new Failure("beyond-the-end", "The audio ends before that.");

    private final Workshop workshop;

    JobQueueTest(Table table, S3Server server, @TempDir Path workDir) {
        workshop = new Workshop(table, server, workDir);
    }

    @Test
    void jobsRunInTheOrderInWhichTheyWereAccepted() {
        var id = workshop.recorded("call");
        var first = workshop.convert(id, Format.MP3).job();
        var second = workshop.convert(id, Format.FLAC).job();
        var third = workshop.convert(id, Format.OGG).job();

        workshop.run(third);
        workshop.run(second);
        assertThat(List.of(workshop.job(second), workshop.job(third)))
                .extracting(Job::attempts)
                .containsOnly(0);
        assertThat(workshop.job(first).ready()).isTrue();

        workshop.run(first);
        assertThat(workshop.job(second).ready()).isTrue();
        assertThat(workshop.job(third).ready()).isFalse();
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.PROCESSING);

        workshop.runAll(id);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3, then flac, then ogg");
    }

    @Test
    void aReadyJobThatIsNotAtTheHeadIsNotMadeReadyForEver() {
        var id = workshop.recorded("call");
        var stray = workshop.convert(id, Format.MP3).job().readied(workshop.clock.instant());
        workshop.run(stray);
        workshop.convert(id, Format.FLAC);
        workshop.store.commit(new Change(workshop.find(id), List.of(stray), List.of(), List.of()));

        workshop.sweep(stray, Duration.ofHours(1));

        assertThat(workshop.job(stray).ready()).isFalse();
        assertThat(workshop.job(stray).due()).isEmpty();
    }

    @Test
    void theLatestJobIsTheOneThatIsShown() {
        var id = workshop.recorded("call");
        var first = workshop.convert(id, Format.MP3).job();
        var second = workshop.convert(id, Format.FLAC).job();

        workshop.run(first);

        assertThat(workshop.find(id).jobs().latest()).contains(workshop.job(second));
        workshop.run(second);
        assertThat(workshop.find(id).jobs().latest()).contains(workshop.job(second));
        assertThat(workshop.job(second).status()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void theAudioCanBeHeardWhileJobsWait() {
        var id = workshop.recorded("call");

        workshop.convert(id, Format.MP3);

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.PROCESSING);
        assertThat(workshop.text(id)).isEqualTo("call");
    }

    @Test
    void aFailureInTheMiddleLetsTheRestGoOn() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);
        var failing = workshop.convert(id, Format.FLAC).job();
        workshop.convert(id, Format.OGG);
        workshop.processor.then(_ -> Optional.empty()).thenAnswer(new Impossible(BEYOND));

        workshop.runAll(id);

        assertThat(workshop.job(failing).status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(failing).failure()).contains(BEYOND);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3, then ogg");
        assertThat(workshop.find(id).lifecycle().failure()).isEmpty();
    }

    @Test
    void aFailedJobLeavesTheRecordingAsItWas() {
        var id = workshop.recorded("call");
        var before = workshop.find(id);
        workshop.convert(id, Format.MP3);
        workshop.processor.thenAnswer(new Impossible(BEYOND));

        workshop.runAll(id);

        var after = workshop.find(id);
        assertThat(after.lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(after.audio()).isEqualTo(before.audio());
        assertThat(after.details()).isEqualTo(before.details());
        assertThat(workshop.events(id))
                .containsExactly("created", "processing", "completed", "processing", "failed", "completed");
    }

    @Test
    void everyJobIsAcceptedWithAnEventAndIdlenessComesOnce() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);
        workshop.convert(id, Format.FLAC);

        workshop.runAll(id);

        assertThat(workshop.events(id))
                .containsExactly(
                        "created",
                        "processing",
                        "completed",
                        "processing",
                        "processing",
                        "updated",
                        "updated",
                        "completed");
    }

    @Test
    void anEventSaysWhoAskedForWhichJob() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();

        var event = workshop.eventStore
                .events(ACME, id, Optional.empty(), 100)
                .items()
                .getLast();

        assertThat(event.actor()).isEqualTo(ANN.value());
        assertThat(event.data()).contains(job.id().toString(), "\"status\":\"processing\"");
    }

    @Test
    void anUpdateNamesWhatChanged() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);
        workshop.runAll(id);

        var events = workshop.eventStore.events(ACME, id, Optional.empty(), 100).items();

        assertThat(events.get(events.size() - 2).data())
                .contains("\"changed\":[\"codec\",\"compressionRatio\",\"duration\",\"fileSize\",\"format\","
                        + "\"sha256\",\"storagePath\",\"version\"]");
    }

    @Test
    void whatChangedNothingIsNoUpdate() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        var result = new AudioResult(
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of("It was good already."));
        workshop.processor.thenAnswer(new Unchanged(result));

        workshop.runAll(id);

        assertThat(workshop.job(job).status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.job(job).result()).contains(result);
        assertThat(workshop.versions(id)).hasSize(1);
        assertThat(workshop.events(id)).endsWith("completed", "processing", "completed");
    }

    @Test
    void actionsRunBehindTheIngest() {
        var id = workshop.uploaded("call", to(Format.MP3), to(Format.FLAC));
        assertThat(workshop.head(id).orElseThrow().status()).isEqualTo(State.AWAITING_UPLOAD);

        workshop.run(id);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.PROCESSING);
        workshop.runAll(id);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3, then flac");
        assertThat(workshop.events(id))
                .containsExactly("created", "processing", "updated", "updated", "updated", "completed");
    }

    @Test
    void whereNoAudioComesInAllThatWaitsForItFails() {
        var id = workshop.uploaded("42", to(Format.MP3), to(Format.FLAC));

        workshop.run(id);

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.FAILED);
        assertThat(workshop.find(id).jobs().queue()).isEmpty();
        assertThat(workshop.store.jobs(ACME, id)).extracting(Job::status).containsOnly(State.FAILED);
        assertThat(workshop.store
                        .jobs(ACME, id)
                        .getLast()
                        .failure()
                        .orElseThrow()
                        .message())
                .isEqualTo("There is no audio to work on: the job before this one failed.");
        assertThat(workshop.find(id).jobs().latest())
                .contains(workshop.store.jobs(ACME, id).getLast());
        assertThat(workshop.events(id)).containsExactly("created", "processing", "failed", "failed", "failed");
    }

    @Test
    void asManyAsMayWaitCanFailTogether() {
        var id = workshop.uploaded("42");
        for (int i = 1; i < JobQueue.LONGEST; i++) {
            workshop.convert(id, Format.MP3);
        }
        assertThatThrownBy(() -> workshop.convert(id, Format.MP3))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS));

        workshop.run(id);

        assertThat(workshop.store.jobs(ACME, id))
                .hasSize(JobQueue.LONGEST)
                .extracting(Job::status)
                .containsOnly(State.FAILED);
    }

    @Test
    void anUploadThatNeverCameFailsWhatWaitsForIt() {
        var id = workshop.uploaded("call", to(Format.MP3));
        workshop.bucket.delete(ObjectKey.upload(ACME, id));

        workshop.sweep(workshop.head(id).orElseThrow(), Duration.ofMinutes(1));

        assertThat(workshop.find(id).lifecycle().failure().orElseThrow().code()).isEqualTo("upload-missing");
        assertThat(workshop.store.jobs(ACME, id)).extracting(Job::status).containsOnly(State.FAILED);
    }

    @Test
    void deletionForgetsWhatWaits() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.convert(id, Format.FLAC);

        workshop.deletions.delete(ACME, id, ANN, _ -> {});
        workshop.run(job);

        assertThat(workshop.find(id).jobs().queue()).isEmpty();
        assertThat(workshop.store.jobs(ACME, id)).isEmpty();
        assertThat(workshop.objects(id)).isEmpty();
    }
}
