package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static io.tapedeck.dynamodb.Samples.DAY;
import static io.tapedeck.dynamodb.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.recording.Agenda.Due.DueJob;
import io.tapedeck.recording.Agenda.Due.DueRecording;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobResult;
import io.tapedeck.recording.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoAgendaTest {
    private static final long HOUR = NOON / 3600;

    private final Samples samples = new Samples();
    private final DynamoRecordingStore store;
    private final DynamoAgenda agenda;

    DynamoAgendaTest(Table table) {
        this.store = samples.store(table);
        this.agenda = new DynamoAgenda(table, samples.clock);
    }

    @Test
    void whatComesDueIsFoundInItsHourAndNotBefore() {
        var recording = expiring(NOON + 5 * DAY);
        var hour = HOUR + 5 * 24;

        assertThat(agenda.due(hour, NOON + 5 * DAY - 1, 10)).isEmpty();
        assertThat(agenda.due(hour, NOON + 5 * DAY, 10)).containsExactly(due(recording));
        assertThat(agenda.due(hour - 1, NOON + 6 * DAY, 10)).isEmpty();
    }

    @Test
    void theEarliestComesFirstOverAllShards() {
        var expected = new ArrayList<DueRecording>();
        for (int i = 0; i < 60; i++) {
            expected.add(due(expiring(NOON + DAY + i)));
        }

        assertThat(agenda.due(HOUR + 24, NOON + 2 * DAY, 100)).containsExactlyElementsOf(expected);
        assertThat(agenda.due(HOUR + 24, NOON + 2 * DAY, 7)).containsExactlyElementsOf(expected.subList(0, 7));
        assertThat(agenda.due(HOUR + 24, NOON + DAY + 9, 100)).containsExactlyElementsOf(expected.subList(0, 10));
    }

    @Test
    void aShardIsReadBeyondItsFirstPage() {
        var shard = shard(samples.recording(), NOON + DAY);
        Stream.generate(samples::recording)
                .filter(recording -> shard(recording, NOON + DAY).equals(shard))
                .limit(60)
                .forEach(recording -> create(recording, NOON + DAY));

        assertThat(agenda.due(HOUR + 24, NOON + DAY, 100)).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void whatCameDueInAnEarlierHourLiesInThePresentOne() {
        var recording = expiring(NOON - 3 * DAY);

        assertThat(agenda.due(HOUR, NOON, 10)).containsExactly(due(recording));
    }

    @Test
    void aLegalHoldTakesARecordingOffTheAgenda() {
        var recording = expiring(NOON);
        var held = new Retention(
                recording.retention().period(),
                recording.retention().expiresAt(),
                recording.retention().autoDeleteAt(),
                true,
                false);

        store.commit(samples.change(recording.described(Details.NONE, held, NOON), EventName.UPDATED));

        assertThat(agenda.due(HOUR, NOON, 10)).isEmpty();
    }

    @Test
    void whatHasBeenDealtWithIsOffTheAgenda() {
        var recording = expiring(NOON);

        store.commit(samples.change(recording.expired(NOON), EventName.EXPIRED));

        assertThat(agenda.due(HOUR, NOON, 10)).isEmpty();
        assertThat(agenda.due(HOUR + 25 * 24, NOON + 26 * DAY, 10)).containsExactly(due(recording));
    }

    @Test
    void aTombstoneIsDueUntilItIsClosed() {
        var recording = expiring(NOON + 5 * DAY);
        bury(recording, Stage.DESTROYING);
        assertDueInItsTime(recording);
        bury(recording, Stage.DESTROYED);
        assertDueInItsTime(recording);
        bury(recording, Stage.CLOSED);

        assertThat(agenda.due(HOUR + 48, NOON + 2 * DAY, 10)).isEmpty();
        assertThat(agenda.due(HOUR + 5 * 24, NOON + 6 * DAY, 10)).isEmpty();
    }

    @Test
    void aJobIsDueWhenItsLeaseEndsUnlessItIsExtended() {
        var job = running(NOON + 30);
        assertThat(agenda.due(HOUR, NOON + 30, 10)).containsExactly(due(job));

        store.prolong(job.dueAt(NOON + 7200));

        assertThat(agenda.due(HOUR, NOON + 30, 10)).isEmpty();
        assertThat(agenda.due(HOUR + 2, NOON + 7200, 10)).containsExactly(due(job));
    }

    @Test
    void aJobThatIsOverIsNeverDue() {
        var job = running(NOON + 30);

        store.commit(new Change(
                store.find(ACME, job.recording()).orElseThrow(),
                List.of(job.succeeded(JobResult.PLAIN, NOON + 5)),
                List.of(),
                List.of()));

        assertThat(agenda.due(HOUR, NOON + 30, 10)).isEmpty();
    }

    @Test
    void theWatermarkIsLaidBeforeAnythingCanBeDue() {
        expiring(NOON + 60);

        samples.clock.set(NOON + 90 * DAY);

        assertThat(agenda.watermark()).isEqualTo(HOUR);
    }

    @Test
    void theWatermarkOfAnEmptyTableIsThePresentHour() {
        assertThat(agenda.watermark()).isEqualTo(HOUR);
    }

    @Test
    void theWatermarkNeverMovesBack() {
        agenda.watermark();

        agenda.advance(HOUR + 5);
        agenda.advance(HOUR + 3);
        samples.clock.set(NOON + DAY);

        assertThat(agenda.watermark()).isEqualTo(HOUR + 5);
    }

    @Test
    void whatIsDueInTheFarFutureIsNot() {
        var recording = expiring(99_999_999_999L);

        assertThat(find(recording).retention().expiresAt()).contains(99_999_999_999L);
    }

    private void bury(CallRecording recording, Stage stage) {
        store.commit(samples.change(samples.tombstone(find(recording), stage), EventName.DELETED));
    }

    private void assertDueInItsTime(CallRecording recording) {
        var second = find(recording).due().orElseThrow();
        assertThat(agenda.due(second / 3600, second - 1, 10)).isEmpty();
        assertThat(agenda.due(second / 3600, second, 10)).containsExactly(due(recording));
    }

    private static String shard(CallRecording recording, long due) {
        return DueIndex.attributes(recording.id().toString(), due, NOON)
                .get(DueIndex.PARTITION)
                .s();
    }

    private CallRecording expiring(long second) {
        return create(samples.recording(), second);
    }

    private CallRecording create(CallRecording recording, long expiresAt) {
        var retention = new Retention(
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.of(Math.max(expiresAt, NOON) + 25 * DAY),
                false,
                false);
        store.commit(samples.change(recording.described(Details.NONE, retention, NOON), EventName.CREATED));
        return find(recording);
    }

    private Job running(long leaseEnd) {
        var recording = samples.recording();
        var job = samples.job(recording).claimed(NOON, leaseEnd);
        store.commit(new Change(recording, List.of(job), List.of(), List.of()));
        return job;
    }

    private CallRecording find(CallRecording recording) {
        return store.find(ACME, recording.id()).orElseThrow();
    }

    private static DueRecording due(CallRecording recording) {
        return new DueRecording(recording.tenant(), recording.id());
    }

    private static DueJob due(Job job) {
        return new DueJob(job.tenant(), job.recording(), job.id());
    }
}
