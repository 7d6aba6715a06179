package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Failure REASON = new Failure("no-audio", "There is no audio.");

    private final Job waiting = Job.awaitingUpload(
            new JobId(Ulid.first(Instant.ofEpochMilli(1))),
            new TenantId("acme"),
            new RecordingId(Ulid.first(Instant.ofEpochMilli(1))),
            Actor.UPLOAD,
            NOON,
            NOON.plusSeconds(60));

    @Test
    void oneThatWaitsIsNotForWorkers() {
        assertThat(waiting.execution().status()).isEqualTo(State.AWAITING_UPLOAD);
        assertThat(waiting.dispatch().ready()).isFalse();
        assertThat(waiting.dispatch().due()).contains(NOON.plusSeconds(60));
        assertThat(waiting.execution().isOver()).isFalse();
    }

    @Test
    void oneThatIsQueuedIsForWorkersOnceItIsReady() {
        var queued = Job.ingest(waiting.id(), waiting.tenant(), waiting.recording(), Actor.UPLOAD, NOON);
        assertThat(queued.dispatch().ready()).isFalse();
        assertThat(queued.dispatch().due()).isEmpty();

        var ready = queued.readied(NOON.plusSeconds(60));

        assertThat(ready.execution().status()).isEqualTo(State.QUEUED);
        assertThat(ready.dispatch().ready()).isTrue();
        assertThat(ready.dispatch().due()).contains(NOON.plusSeconds(60));
    }

    @Test
    void aWorkerHoldsItUntilItsLeaseEnds() {
        var claimed = waiting.claimed(NOON, NOON.plusSeconds(30));

        assertThat(claimed.execution().attempts()).isEqualTo(1);
        assertThat(claimed.execution().started()).contains(NOON);
        assertThat(claimed.dispatch().ready()).isFalse();
        assertThat(claimed.isHeld(NOON.plusSeconds(29))).isTrue();
        assertThat(claimed.isHeld(NOON.plusSeconds(30))).isFalse();
        assertThat(waiting.isHeld(NOON)).isFalse();
    }

    @Test
    void attemptsAreCountedOverPostponements() {
        var again = waiting.claimed(NOON, NOON.plusSeconds(30)).postponed(REASON, NOON.plusSeconds(90));

        assertThat(again.dispatch().ready()).isFalse();
        assertThat(again.execution().failure()).contains(REASON);
        assertThat(again.dispatch().due()).contains(NOON.plusSeconds(90));
        assertThat(again.readied(NOON.plusSeconds(120)).dispatch().ready()).isTrue();
        assertThat(again.readied(NOON.plusSeconds(120))
                        .claimed(NOON.plusSeconds(91), NOON.plusSeconds(200))
                        .execution()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void whatIsHandedOutIsHeldByNobodyAndGoesOnWithoutAnotherAttempt() {
        var out = waiting.claimed(NOON, NOON.plusSeconds(30)).at(0.25).handedOut(NOON.plusSeconds(600));

        assertThat(out.execution().status()).isEqualTo(State.RUNNING);
        assertThat(out.isHeld(NOON.plusSeconds(1))).isFalse();
        assertThat(out.dispatch().due()).contains(NOON.plusSeconds(600));
        var asked = out.askedAfter(NOON.plusSeconds(700));
        assertThat(asked.dispatch().ready()).isTrue();
        assertThat(asked.execution().status()).isEqualTo(State.RUNNING);

        var resumed = asked.claimed(NOON.plusSeconds(650), NOON.plusSeconds(680));

        assertThat(resumed.isHeld(NOON.plusSeconds(651))).isTrue();
        assertThat(resumed.dispatch().handed()).isFalse();
        assertThat(resumed.execution().attempts()).isEqualTo(1);
        assertThat(resumed.dispatch().holder()).isEqualTo(2);
        assertThat(resumed.execution().started()).contains(NOON);
        assertThat(resumed.execution().progress()).isEqualTo(0.25);
        assertThat(resumed.readied(NOON.plusSeconds(700)).execution().attempts())
                .as("its worker was lost")
                .isEqualTo(1);
        assertThat(resumed.readied(NOON.plusSeconds(700))
                        .claimed(NOON.plusSeconds(701), NOON.plusSeconds(730))
                        .execution()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void oneThatFailedIsCountedAsItWasTried() {
        assertThat(waiting.failed(REASON, NOON).execution().attempts()).isZero();
        assertThat(waiting.claimed(NOON, NOON.plusSeconds(30))
                        .failed(REASON, NOON.plusSeconds(9))
                        .execution()
                        .attempts())
                .isEqualTo(1);
        assertThat(waiting.claimed(NOON, NOON.plusSeconds(30))
                        .postponed(REASON, NOON.plusSeconds(90))
                        .failed(REASON, NOON.plusSeconds(99))
                        .execution()
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void oneThatSucceededNeverRunsAgain() {
        var done = waiting.claimed(NOON, NOON.plusSeconds(30)).succeeded(new Ingest.Result(1), NOON.plusSeconds(9));

        assertThat(done.execution().isOver()).isTrue();
        assertThat(done.execution().progress()).isEqualTo(1);
        assertThat(done.execution().finished()).contains(NOON.plusSeconds(9));
        assertThat(done.execution().failure()).isEmpty();
        assertThat(done.dispatch().due()).isEmpty();
    }

    @Test
    void whatFailedIsKeptTwoDaysMore() {
        var failed = waiting.claimed(NOON, NOON.plusSeconds(30)).failed(REASON, NOON.plusSeconds(9));

        assertThat(failed.execution().isOver()).isTrue();
        assertThat(failed.execution().failure()).contains(REASON);
        assertThat(failed.dispatch().due()).contains(NOON.plusSeconds(9).plus(Duration.ofDays(2)));
        assertThat(failed.settled().dispatch().due()).isEmpty();
        assertThat(failed.settled().execution().failure()).contains(REASON);
    }

    @Test
    void whatAnEarlierAttemptMayHaveLeftIsLookedForLater() {
        var task = new Trim(Optional.of(1.0), Optional.empty(), List.of());
        var trim = Job.of(waiting.id(), waiting.tenant(), waiting.recording(), task, List.of(), Actor.UPLOAD, NOON);
        var first = trim.claimed(NOON, NOON.plusSeconds(30));
        var second = first.readied(NOON.plusSeconds(60)).claimed(NOON.plusSeconds(40), NOON.plusSeconds(70));

        assertThat(first.succeeded(AudioResult.PLAIN, NOON.plusSeconds(9))
                        .dispatch()
                        .due())
                .isEmpty();
        assertThat(first.failed(REASON, NOON.plusSeconds(9)).dispatch().due()).isEmpty();
        assertThat(second.succeeded(AudioResult.PLAIN, NOON.plusSeconds(49))
                        .dispatch()
                        .due())
                .contains(NOON.plusSeconds(49).plus(Duration.ofDays(2)));
        assertThat(second.failed(REASON, NOON.plusSeconds(49)).dispatch().due())
                .contains(NOON.plusSeconds(49).plus(Duration.ofDays(2)));
    }

    @Test
    void aLongResultIsAbridged() {
        var removed = Collections.nCopies(1001, new Range(1, 2));
        var result = new AudioResult(Optional.empty(), Optional.empty(), Optional.empty(), removed, List.of());

        assertThat(result.abridged().removed()).hasSize(1000);
        assertThat(result.abridged().notes())
                .containsExactly("1001 ranges were removed; only the first 1000 are listed.");
        assertThat(result.abridged().abridged()).isEqualTo(result.abridged());
    }

    @Test
    void constantsAreWrittenAsTheContractSays() {
        assertThat(State.values())
                .extracting(State::toString)
                .containsExactly("awaiting-upload", "queued", "running", "succeeded", "failed");
        assertThat(Action.INGEST).hasToString("ingest");
    }
}
