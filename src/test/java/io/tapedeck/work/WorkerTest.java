package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor.Production.Impossible;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Status;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a job whatever befalls its worker. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class WorkerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Workshop workshop;
    private final Path workDir;

    WorkerTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
        this.workDir = workDir;
    }

    @AfterEach
    void nothingIsLeftOnTheDisk() {
        assertThat(workDir).isEmptyDirectory();
    }

    @Test
    void aVersionIsMadeOfTheOneBefore() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();

        workshop.run(job);

        var original = workshop.versions(id).getFirst();
        var made = workshop.versions(id).getLast();
        assertThat(workshop.find(id).audio()).contains(made);
        assertThat(made.number()).isEqualTo(2);
        assertThat(made.provenance().action()).isEqualTo(Action.CONVERT);
        assertThat(made.provenance().request()).contains("{\"format\":\"mp3\"}");
        assertThat(made.provenance().actor()).isEqualTo(ANN);
        assertThat(made.provenance().parentSha256()).contains(original.file().sha256());
        assertThat(made.file().sha256())
                .hasSize(64)
                .isNotEqualTo(original.file().sha256());
        assertThat(made.originalSize()).isEqualTo(4);
        assertThat(made.file().size()).isEqualTo("call, then mp3".length());
        assertThat(workshop.job(job).result()).contains(AudioResult.PLAIN.making(2));
        assertThat(workshop.waveforms.find(made.file().key()))
                .isPresent()
                .isNotEqualTo(workshop.waveforms.find(original.file().key()));
        assertNoOrphans(id);
    }

    @Test
    void aJobThatIsToldOfAgainIsNotDoneAgain() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();

        workshop.run(job);
        workshop.run(job);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.job(job).attempts()).isEqualTo(1);
    }

    @Test
    void aJobThatIsUnderWayIsLeftToItsWorker() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            workshop.run(job);
            return Optional.empty();
        });

        workshop.run(job);

        assertThat(workshop.job(job).attempts()).isEqualTo(1);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whatFailsIsTriedThreeTimesAndThenSaysWhy() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.thenFail().thenFail().thenFail();

        workshop.run(job);
        assertThat(workshop.job(job).status()).isEqualTo(State.QUEUED);
        workshop.run(job);
        assertThat(workshop.job(job).attempts()).isEqualTo(1);

        workshop.sweep(job, Duration.ofSeconds(60));
        workshop.run(job);
        workshop.sweep(job, Duration.ofSeconds(60));
        assertThat(workshop.job(job).ready()).isFalse();
        workshop.sweep(job, Duration.ofSeconds(60));
        workshop.run(job);

        assertThat(workshop.job(job).status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).attempts()).isEqualTo(3);
        assertThat(workshop.job(job).failure())
                .contains(new Failure(
                        "processing-failed", "The audio could not be processed because of an internal error."));
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.text(id)).isEqualTo("call");
        assertNoOrphans(id);
    }

    @Test
    void whatFailsOnceGoesWellTheNextTime() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.convert(id, Format.FLAC);
        workshop.processor.thenFail();

        workshop.run(job);
        workshop.sweep(job, Duration.ofSeconds(60));
        workshop.runAll(id);

        assertThat(workshop.job(job).failure()).isEmpty();
        assertThat(workshop.text(id)).isEqualTo("call, then mp3, then flac");
        assertNoOrphans(id);
    }

    @Test
    void whileTheStoreIsUnavailableNothingIsLost() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.trouble.refuse(10);

        workshop.run(job);
        assertThat(workshop.job(job).status()).isEqualTo(State.QUEUED);
        assertNoOrphans(id);

        workshop.trouble.refuse(0);
        workshop.sweep(job, Duration.ofSeconds(60));
        workshop.run(job);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertNoOrphans(id);
    }

    @Test
    void aShortUnavailabilityIsNotNoticed() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.trouble.refuse(1);

        workshop.run(job);

        assertThat(workshop.job(job).attempts()).isEqualTo(1);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void aKillWhileWorkingLosesNothing() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            throw new Killed();
        });

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertThat(workshop.job(job).attempts()).isEqualTo(2);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertNoOrphans(id);
    }

    @Test
    void aMachineThatStartsAnewNeedNotWaitForTheLeaseToEnd() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);

        workshop.lostJobs.release(ACME, id, job.id());
        workshop.run(job);

        assertThat(workshop.job(job).attempts()).isEqualTo(2);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertNoOrphans(id);
    }

    @Test
    void aKillBetweenUploadAndCommitLeavesNoHalfMadeVersionAndNoOrphan() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.trouble.dieAfter(key -> key.endsWith(".waveform.json"));

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertThat(workshop.objects(id)).hasSize(4);
        assertThat(workshop.versions(id)).hasSize(1);
        assertThat(workshop.text(id)).isEqualTo("call");

        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertNoOrphans(id);
    }

    @Test
    void aJobWhoseWorkerDiesThreeTimesFailsAndLeavesNothing() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        for (int attempt = 1; attempt <= 3; attempt++) {
            workshop.trouble.dieAfter(key -> key.endsWith(".mp3"));
            assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
            workshop.sweep(job, Claims.LEASE);
        }

        assertThat(workshop.job(job).status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).failure().orElseThrow().message())
                .isEqualTo("The audio could not be processed in three attempts.");
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertNoOrphans(id);
    }

    @Test
    void noMessageStartsAFourthAttempt() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        for (int attempt = 1; attempt <= 3; attempt++) {
            workshop.processor.then(_ -> {
                throw new Killed();
            });
            assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
            workshop.clock.set(workshop.now().plus(Claims.LEASE));
        }

        workshop.run(job);

        assertThat(workshop.job(job).attempts()).isEqualTo(3);
        assertThat(workshop.job(job).status()).isEqualTo(State.RUNNING);
    }

    @Test
    void whoLosesTheLeaseLeavesNothingAndTheWinnersWorkStays() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            workshop.sweep(job, Claims.LEASE);
            workshop.run(job);
            return Optional.empty();
        });

        workshop.run(job);

        var made = workshop.versions(id).getLast();
        assertThat(workshop.versions(id)).hasSize(2);
        assertThat(made.file().key()).isEqualTo(job.result(2, Format.MP3));
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.events(id)).endsWith("processing", "updated", "completed");
        assertNoOrphans(id);
    }

    @Test
    void workOnARecordingThatIsDeletedIsBrokenOff() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        var brokenOff = new CountDownLatch(1);
        workshop.processor.then(progress -> {
            workshop.deletions.delete(ACME, id, ANN, _ -> {});
            progress.accept(0.5);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                brokenOff.countDown();
            }
            throw new AudioProcessingException("interrupted");
        });

        workshop.run(job);

        assertThat(brokenOff.getCount()).isZero();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(workshop.objects(id)).isEmpty();
    }

    @Test
    void whatALoserLeavesWhenItDiesIsFoundTwoDaysLater() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            workshop.sweep(job, Claims.LEASE);
            workshop.run(job);
            workshop.trouble.dieAfter(key -> key.endsWith(".mp3"));
            return Optional.empty();
        });
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertThat(workshop.objects(id)).hasSize(5);

        workshop.sweep(job, Duration.ofDays(2));

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.job(job).due()).isEmpty();
        assertNoOrphans(id);
    }

    @Test
    void whoIsLateWithAFailureDoesNoHarm() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            workshop.sweep(job, Claims.LEASE);
            workshop.run(job);
            throw new AudioProcessingException("killed");
        });

        workshop.run(job);

        assertThat(workshop.job(job).status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertNoOrphans(id);
    }

    @Test
    void anIngestThatIsLateDoesNoHarm() {
        var id = workshop.uploaded("call");
        var job = workshop.head(id).orElseThrow();
        workshop.trouble.dieAfter(key -> key.endsWith(".waveform.json"));
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);

        workshop.sweep(job, Claims.LEASE);
        workshop.run(job);

        assertThat(workshop.text(id)).isEqualTo("call");
        assertNoOrphans(id);
    }

    @Test
    void anIngestThatDiesThreeTimesLeavesNothingButTheUploadForTwoDays() {
        var id = workshop.uploaded("call");
        var job = workshop.head(id).orElseThrow();
        for (int attempt = 1; attempt <= 3; attempt++) {
            workshop.trouble.dieAfter(key -> key.endsWith(".waveform.json"));
            assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
            workshop.sweep(job, Claims.LEASE);
        }

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.FAILED);
        assertThat(workshop.objects(id))
                .containsExactly(ObjectKey.upload(ACME, id).value());
        workshop.sweep(job, Duration.ofDays(2));
        assertThat(workshop.objects(id)).isEmpty();
    }

    @Test
    void deletionWhileAJobRunsLeavesNoObject() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.trouble.after(key -> key.endsWith(".mp3"), () -> workshop.deletions.delete(ACME, id, ANN, _ -> {}));

        workshop.run(job);

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.DELETED);
        assertThat(workshop.objects(id)).isEmpty();
        assertThat(workshop.versions(id)).isEmpty();
    }

    @Test
    void whatFailsInTheMiddleSaysHowFarItCame() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(progress -> {
            progress.accept(0.25);
            await().atMost(PATIENCE).until(() -> workshop.job(job).progress() == 0.25);
            return Optional.of(new Impossible(new Failure("too-long", "The result would be too long.")));
        });

        workshop.run(job);

        assertThat(workshop.job(job).status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).progress()).isEqualTo(0.25);
    }

    @Test
    void progressIsSeenWhileTheWorkGoesOn() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(progress -> {
            progress.accept(0.25);
            await().atMost(PATIENCE).until(() -> workshop.job(job).progress() == 0.25);
            assertThat(workshop.recordings
                            .getInProgress(ACME, id)
                            .jobs()
                            .latest()
                            .orElseThrow()
                            .progress())
                    .isEqualTo(0.25);
            return Optional.empty();
        });
        var revision = workshop.find(id).history().revision();

        workshop.run(job);

        assertThat(workshop.job(job).progress()).isEqualTo(1);
        assertThat(workshop.find(id).history().revision()).isEqualTo(revision + 2);
    }

    private void assertNoOrphans(RecordingId id) {
        assertThat(Set.copyOf(workshop.objects(id))).isEqualTo(Set.copyOf(workshop.objectsOfVersions(id)));
    }
}
