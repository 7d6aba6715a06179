package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Samples.ACME;
import static io.tapedeck.dynamodb.Samples.DAY;
import static io.tapedeck.dynamodb.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Ingest;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Retention;
import io.tapedeck.retention.DueStore.Due;
import io.tapedeck.retention.DueStore.Due.DueJob;
import io.tapedeck.retention.DueStore.Due.DueRecording;
import io.tapedeck.retention.DueStore.Due.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoDueStoreTest {
    private final Samples samples = new Samples();
    private final Table table;
    private final DynamoRecordingStore store;
    private final DynamoDueStore dueStore;

    DynamoDueStoreTest(Table table) {
        this.table = table;
        this.store = samples.store(table);
        this.dueStore = new DynamoDueStore(table);
    }

    @Test
    void whatComesDueIsFoundThenAndEverAfter() {
        var recording = expiring(NOON.plus(DAY.multipliedBy(5)));

        assertThat(due(NOON.plus(DAY.multipliedBy(5)).minusSeconds(1))).isEmpty();
        assertThat(due(NOON.plus(DAY.multipliedBy(5)))).containsExactly(due(recording));
        assertThat(due(NOON.plus(DAY.multipliedBy(500)))).containsExactly(due(recording));
    }

    @Test
    void theEarliestComesFirstOverAllShards() {
        var expected = new ArrayList<DueRecording>();
        for (int i = 0; i < 60; i++) {
            expected.add(due(expiring(NOON.plus(DAY.multipliedBy(i)))));
        }

        assertThat(due(NOON.plus(DAY.multipliedBy(60)))).containsExactlyElementsOf(expected);
        assertThat(due(NOON.plus(DAY.multipliedBy(9)))).containsExactlyElementsOf(expected.subList(0, 10));
    }

    @Test
    void aShardIsReadBeyondItsFirstPage() {
        var shard = shard(samples.recording());
        Stream.generate(samples::recording)
                .filter(recording -> shard(recording).equals(shard))
                .limit(260)
                .forEach(recording -> create(recording, NOON.plus(DAY)));

        assertThat(due(NOON.plus(DAY))).hasSize(260).doesNotHaveDuplicates();
    }

    @Test
    void aLegalHoldTakesARecordingOffTheAgenda() {
        var recording = expiring(NOON);
        var held = new Retention(
                recording.retention().period(),
                recording.retention().expiresAt(),
                recording.retention().autoDeleteAt(),
                true,
                false,
                false);

        store.commit(samples.change(recording.withDetails(Details.NONE, held, NOON), EventName.UPDATED));

        assertThat(due(NOON)).isEmpty();
    }

    @Test
    void whatHasBeenDealtWithIsOffTheAgenda() {
        var recording = expiring(NOON);

        store.commit(samples.change(recording.expired(NOON), EventName.EXPIRED));

        assertThat(due(NOON)).isEmpty();
        assertThat(due(NOON.plus(DAY.multipliedBy(26)))).containsExactly(due(find(recording)));
    }

    @Test
    void aTombstoneIsDueUntilItIsClosed() {
        var recording = expiring(NOON.plus(DAY.multipliedBy(5)));
        bury(recording, Stage.DESTROYING);
        assertDueInItsTime(recording);
        bury(recording, Stage.DESTROYED);
        assertDueInItsTime(recording);
        bury(recording, Stage.CLOSED);

        assertThat(due(NOON.plus(DAY.multipliedBy(2)))).isEmpty();
        assertThat(due(NOON.plus(DAY.multipliedBy(6)))).isEmpty();
    }

    @Test
    void aJobIsDueWhenItsLeaseEndsUnlessItIsExtended() {
        var job = running(NOON.plusSeconds(30));
        assertThat(due(NOON.plusSeconds(30))).containsExactly(due(job));

        var prolonged = job.dueAt(NOON.plusSeconds(7200));
        store.prolong(prolonged);

        assertThat(due(NOON.plusSeconds(30))).isEmpty();
        assertThat(due(NOON.plusSeconds(7200))).containsExactly(due(prolonged));
    }

    @Test
    void aJobThatIsOverIsNeverDue() {
        var job = running(NOON.plusSeconds(30));

        store.commit(new Change(
                store.find(ACME, job.recording()).orElseThrow(),
                List.of(job.succeeded(new Ingest.Result(1), NOON.plusSeconds(5))),
                List.of(),
                List.of()));

        assertThat(due(NOON.plusSeconds(30))).isEmpty();
    }

    @Test
    void aRowThatMakesNoSenseKeepsTheClockFromNoOther() {
        var before = expiring(NOON.minus(DAY));
        var after = expiring(NOON.plus(DAY));
        for (var odd : List.of("tenant", "id")) {
            var row = new HashMap<>(Keys.key(odd, "recording"));
            row.putAll(DueIndex.attributes("rec_" + odd, NOON));
            row.putAll(Map.of("tenant", text("acme"), "id", text(after.id())));
            row.put(odd, text("NO such thing"));
            table.client().putItem(table.put(row).build());
        }

        assertThat(due(NOON.plus(DAY)))
                .hasSize(4)
                .startsWith(due(before))
                .endsWith(due(after))
                .contains(
                        new Unreadable("tenant recording", NOON.plus(DAY)),
                        new Unreadable("id recording", NOON.plus(DAY)));
    }

    @Test
    void whatIsDueInTheFarFutureIsNot() {
        var recording = expiring(Instant.ofEpochSecond(99_999_999_999L));

        assertThat(find(recording).retention().expiresAt()).contains(Instant.ofEpochSecond(99_999_999_999L));
    }

    private void bury(CallRecording recording, Stage stage) {
        store.commit(samples.change(samples.tombstone(find(recording), stage), EventName.DELETED));
    }

    private void assertDueInItsTime(CallRecording recording) {
        var second = find(recording).due().orElseThrow();
        assertThat(due(second.minusSeconds(1))).isEmpty();
        assertThat(due(second)).containsExactly(due(find(recording)));
    }

    private List<Due> due(Instant now) {
        var due = new ArrayList<Due>();
        dueStore.due(now).forEachRemaining(due::add);
        return due;
    }

    private static String shard(CallRecording recording) {
        return DueIndex.attributes(recording.id().toString(), NOON)
                .get(DueIndex.PARTITION)
                .s();
    }

    private CallRecording expiring(Instant second) {
        return create(samples.recording(), second);
    }

    private CallRecording create(CallRecording recording, Instant expiresAt) {
        var retention = new Retention(
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.of((expiresAt.isBefore(NOON) ? NOON : expiresAt).plus(DAY.multipliedBy(25))),
                false,
                false,
                false);
        store.commit(samples.change(recording.withDetails(Details.NONE, retention, NOON), EventName.CREATED));
        return find(recording);
    }

    private Job running(Instant leaseEnd) {
        var recording = samples.recording();
        var job = samples.job(recording).claimed(NOON, leaseEnd);
        store.commit(new Change(recording, List.of(job), List.of(), List.of()));
        return job;
    }

    private CallRecording find(CallRecording recording) {
        return store.find(ACME, recording.id()).orElseThrow();
    }

    private static DueRecording due(CallRecording recording) {
        return new DueRecording(
                recording.tenant(), recording.id(), recording.due().orElseThrow());
    }

    private static DueJob due(Job job) {
        return new DueJob(
                job.tenant(), job.recording(), job.id(), job.dispatch().due().orElseThrow());
    }
}
