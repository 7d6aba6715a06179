package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static io.tapedeck.work.Workshop.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.JobView;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Status;
import io.tapedeck.retention.SweepOutcome;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.work.Work.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Work that goes on outside, where no worker is needed. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class HandedOutTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Workshop workshop;
    private RecordingId id;
    private Job job;

    HandedOutTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void aJobIsHandedOutForTenMinutes() {
        id = workshop.recorded("call");
        job = workshop.convert(id, Format.MP3).job();
        workshop.outside.thenHandOut(NOON.plusSeconds(600));
        assertThat(workshop.run(job)).isEqualTo(new Attempt.Handed());
    }

    @Test
    void itIsRunningAndHeldByNobodyHoweverLongThatTakes() {
        assertThat(workshop.sweep(job, Duration.ofMinutes(9))).isEqualTo(SweepOutcome.SETTLED);

        var out = workshop.job(job);
        assertThat(out.execution().status()).isEqualTo(State.RUNNING);
        assertThat(out.isHeld(NOON.plusSeconds(1))).isFalse();
        assertThat(out.dispatch().ready()).isFalse();
        assertThat(out.dispatch().due()).contains(NOON.plusSeconds(600));
        assertThat(JobView.of(out).attempts()).isEqualTo(1);
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.PROCESSING);
        assertThat(workshop.find(id).jobs().latest()).contains(out);
    }

    @Test
    void whenItsTimeIsOverAWorkerAsksAfterIt() {
        assertThat(workshop.sweep(job, Duration.ofMinutes(10))).isEqualTo(SweepOutcome.ASKED_AFTER);
        assertThat(workshop.job(job).dispatch().ready()).isTrue();
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.RUNNING);

        assertThat(workshop.run(job)).isInstanceOf(Attempt.Completed.class);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.events(id)).endsWith("processing", "updated", "completed");
    }

    @Test
    void aWorkerThatIsToldOfItsCompletionNeedNotWaitForThat() {
        workshop.run(job);

        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
    }

    @Test
    void ofTwoThatAreToldOfItsCompletionOneGoesOnWithIt() {
        workshop.outside.then(_ -> {
            assertThat(workshop.run(job)).isEqualTo(new Attempt.NotHeld());
            return Optional.empty();
        });

        workshop.run(job);

        assertThat(workshop.versions(id)).hasSize(2);
        assertThat(workshop.job(job).dispatch().holder()).isEqualTo(2);
    }

    @Test
    void toAskAfterItSpendsNoAttempt() {
        for (int minute = 10; minute < 20; minute++) {
            workshop.outside.thenHandOut(NOON.plusSeconds((minute + 1) * 60L));
            workshop.sweep(job, minute == 10 ? Duration.ofMinutes(10) : MINUTE);
            assertThat(workshop.run(job)).isEqualTo(new Attempt.Handed());
        }
        workshop.sweep(job, MINUTE);

        workshop.run(job);

        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whoeverIsNotToldToAskIsToldAgain() {
        workshop.sweep(job, Duration.ofMinutes(10));

        assertThat(workshop.sweep(job, Duration.ofMinutes(14))).isEqualTo(SweepOutcome.SETTLED);
        assertThat(workshop.sweep(job, MINUTE)).isEqualTo(SweepOutcome.ASKED_AFTER);

        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
        workshop.run(job);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void aWorkerThatDiesOverItCostsAnAttempt() {
        workshop.outside.then(_ -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);

        assertThat(workshop.sweep(job, Claims.LEASE)).isEqualTo(SweepOutcome.RESTARTED);
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.QUEUED);
        workshop.run(job);

        assertThat(workshop.job(job).execution().attempts()).isEqualTo(2);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whatFailsOutsideThreeTimesHasFailed() {
        for (int failures = 1; failures <= 3; failures++) {
            workshop.processor.thenFail();
            workshop.run(job);
            assertThat(workshop.job(job).execution().attempts()).isEqualTo(failures);
            workshop.sweep(job, Duration.ofMinutes(failures));
            if (failures < 3) {
                workshop.outside.thenHandOut(workshop.now().plusSeconds(60));
                assertThat(workshop.run(job)).isEqualTo(new Attempt.Handed());
            }
        }

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.text(id)).isEqualTo("call");
    }

    @Test
    void whatIsFoundToBeImpossibleOutsideFailsAtOnce() {
        var failure = new Failure("no-speech", "Nobody speaks.");
        workshop.outside.then(_ -> Optional.of(new Outcome.Impossible(failure)));

        assertThat(workshop.run(job)).isEqualTo(new Attempt.Failed());

        assertThat(workshop.job(job).execution().failure()).contains(failure);
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
    }

    @Test
    void whatWaitsBehindItIsNotBegun() {
        var next = workshop.convert(id, Format.FLAC).job();

        assertThat(workshop.run(next)).isEqualTo(new Attempt.NotHeld());

        workshop.run(job);
        assertThat(workshop.job(next).dispatch().ready()).isTrue();
    }

    @Test
    void aMachineThatStartsAnewLeavesItOutside() {
        workshop.lostJobs.release(ACME, id, job.id());

        assertThat(workshop.job(job).dispatch().handed()).isTrue();
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.RUNNING);
    }

    @Test
    void deletionForgetsIt() {
        workshop.deletions.delete(ACME, id, ANN, _ -> {});

        assertThat(workshop.run(job)).isEqualTo(new Attempt.NotHeld());
        assertThat(workshop.sweep(job, Duration.ofMinutes(10))).isEqualTo(SweepOutcome.SETTLED);
        assertThat(workshop.store.jobs(ACME, id)).isEmpty();
    }

    @Test
    void howFarItHasComeIsKept() {
        workshop.outside.then(progress -> {
            progress.accept(0.5);
            await().atMost(PATIENCE).until(() -> workshop.job(job).execution().progress() == 0.5);
            return Optional.of(new Outcome.Handed(NOON.plusSeconds(900)));
        });
        workshop.run(job);
        assertThat(workshop.job(job).execution().progress()).isEqualTo(0.5);

        workshop.outside.thenHandOut(NOON.plusSeconds(1200));
        workshop.run(job);

        assertThat(workshop.job(job).execution().progress()).isEqualTo(0.5);
    }
}
