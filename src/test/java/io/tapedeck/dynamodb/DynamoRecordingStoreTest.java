package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static io.tapedeck.dynamodb.Samples.DAY;
import static io.tapedeck.dynamodb.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.Ingest;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.Usage;
import io.tapedeck.recording.UsageStore.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoRecordingStoreTest {
    private static final String LINES_OF_LIFE =
            "\\{\"recording\":\\{\"id\":\"%s\",\"status\":\"[a-z]+\",\"created\":\\d+,\"updated\":\\d+}}";

    private final Samples samples = new Samples();
    private final Table table;
    private final DynamoRecordingStore store;
    private final DynamoUsageStore usage;
    private final DynamoEventStore events;

    DynamoRecordingStoreTest(Table table) {
        this.table = table;
        this.store = samples.store(table);
        this.usage = samples.usage(table);
        this.events = new DynamoEventStore(table, samples.clock);
    }

    @Test
    void whatWasCommittedIsFound() {
        var recording = samples.recording(Samples.tagged("a", "b"));
        var change = samples.change(recording, EventName.CREATED);

        assertThat(store.commit(change)).isEqualTo(Commit.COMMITTED);

        assertThat(find(recording)).contains(change.written());
        assertThat(change.written().history().revision()).isEqualTo(1);
    }

    @Test
    void anotherTenantFindsNothing() {
        var recording = created();

        assertThat(store.find(new TenantId("other"), recording.id())).isEmpty();
    }

    @Test
    void numbersKeepEveryDigit() {
        var recording = created();
        var job = samples.job(recording)
                .claimed(NOON, NOON.plusSeconds(30))
                .succeeded(new Ingest.Result(1), NOON.plusSeconds(9));
        var version = samples.version(recording, 0.1 + 0.2);
        var change = new Change(heard(recording, version, job), List.of(job), List.of(version), List.of());

        store.commit(change);

        assertThat(find(recording)).contains(change.written());
        assertThat(store.versions(ACME, recording.id())).containsExactly(version);
        assertThat(store.jobs(ACME, recording.id())).containsExactly(job);
        assertThat(store.job(ACME, recording.id(), job.id())).contains(job);
    }

    @Test
    void whatTheNewStateLacksIsRemoved() {
        var recording =
                samples.recording(Samples.details(Optional.of("call-1"), Optional.of("assistant-1"), Optional.empty()));
        store.commit(samples.change(recording, EventName.CREATED));
        var bare = found(recording).withDetails(Samples.tagged(), recording.retention(), NOON);
        store.commit(samples.change(bare, EventName.UPDATED));
        var failed = found(recording).failed(new Failure("no-audio", "It holds no audio."), NOON);

        var change = samples.change(failed, EventName.FAILED);
        store.commit(change);

        assertThat(find(recording)).contains(change.written());
        assertThat(table.get(Keys.recording(ACME, recording.id())).orElseThrow())
                .doesNotContainKeys("intake", "callKey", "assistantKey");
    }

    @Test
    void aCommitOnAnEarlierRevisionWritesNothing() {
        var recording = created();
        store.commit(samples.change(recording, EventName.UPDATED));

        var late = new Change(
                recording,
                List.of(samples.job(recording)),
                List.of(),
                List.of(samples.event(recording, EventName.FAILED)));

        assertThat(store.commit(late)).isEqualTo(Commit.STALE);
        assertThat(store.jobs(ACME, recording.id())).isEmpty();
        assertThat(types(recording)).containsExactly("recording.created", "recording.updated");
    }

    @Test
    void aRecordingIsCreatedOnce() {
        var recording = samples.recording();
        store.commit(samples.change(recording, EventName.CREATED));

        assertThat(store.commit(samples.change(recording, EventName.CREATED))).isEqualTo(Commit.STALE);
    }

    @Test
    void aRecordingThatIsGoneCannotBeChanged() {
        var never = samples.change(samples.recording(), EventName.CREATED).written();

        assertThat(store.commit(samples.change(never, EventName.UPDATED))).isEqualTo(Commit.STALE);
    }

    @Test
    void ofManyWritersOfOneRevisionOneWins() {
        var recording = created();

        var commits = SideBySide.run(20, () -> store.commit(samples.change(recording, EventName.UPDATED)));

        assertThat(commits).filteredOn(Commit.COMMITTED::equals).hasSize(1);
        assertThat(found(recording).history().revision()).isEqualTo(2);
        assertThat(types(recording)).hasSize(2);
    }

    @Test
    void everyDownloadOfManyAtOnceCounts() {
        var recording = created();

        var counted = SideBySide.run(
                50,
                () -> usage.countDownload(
                        recording, samples.event(recording, EventName.DOWNLOADED), NOON.plusSeconds(5)));

        assertThat(counted).containsOnly(Commit.COMMITTED);
        assertThat(found(recording).usage()).isEqualTo(new Usage(50, Optional.of(NOON.plusSeconds(5))));
        assertThat(types(recording)).hasSize(51);
    }

    @Test
    void manyOpeningsAtOnceByOneAreOneDownload() {
        var recording = created();

        var counted = SideBySide.run(20, () -> open(recording, "ann", NOON));

        assertThat(counted).containsOnly(Commit.COMMITTED);
        assertThat(found(recording).usage()).isEqualTo(new Usage(1, Optional.of(NOON)));
        assertThat(types(recording)).hasSize(21);
    }

    @Test
    void openingsByOthersAndLaterOnesAreDownloadsOfTheirOwn() {
        var recording = created();
        open(recording, "ann", NOON);
        open(recording, "bob", NOON);
        open(recording, "ann", NOON.plus(Opening.WINDOW).minusSeconds(1));
        assertThat(found(recording).usage())
                .isEqualTo(new Usage(2, Optional.of(NOON.plus(Opening.WINDOW).minusSeconds(1))));

        open(recording, "ann", NOON.plus(Opening.WINDOW));
        assertThat(found(recording).usage().downloadCount()).isEqualTo(3);
    }

    @Test
    void whoOpenedADeletedRecordingIsForgotten() {
        var recording = created();
        open(recording, "ann", NOON);
        store.commit(samples.change(samples.tombstone(recording, Stage.DESTROYING), EventName.DELETED));
        assertThat(open(recording, "ann", NOON)).isEqualTo(Commit.STALE);

        store.erase(ACME, recording.id());

        assertThat(table.rows(Keys.partition(ACME, recording.id()), Keys.OPENINGS))
                .isEmpty();
        assertThat(found(recording).usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void aChangeKeepsTheDownloadsCountedMeanwhile() {
        var recording = created();
        usage.countDownload(recording, samples.event(recording, EventName.DOWNLOADED), NOON.plusSeconds(5));

        assertThat(store.commit(samples.change(recording, EventName.UPDATED))).isEqualTo(Commit.COMMITTED);

        assertThat(found(recording).usage()).isEqualTo(new Usage(1, Optional.of(NOON.plusSeconds(5))));
    }

    @Test
    void aDeletedRecordingIsNotDownloaded() {
        var recording = created();
        usage.countDownload(recording, samples.event(recording, EventName.DOWNLOADED), NOON);
        store.commit(samples.change(samples.tombstone(recording, Stage.DESTROYING), EventName.DELETED));

        assertThat(usage.countDownload(recording, samples.event(recording, EventName.DOWNLOADED), NOON))
                .isEqualTo(Commit.STALE);
        assertThat(found(recording).usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void aTombstoneIsForgottenAfterThirtyDays() {
        var recording = created();
        var tombstone = samples.change(samples.tombstone(recording, Stage.CLOSED), EventName.DELETED);
        store.commit(tombstone);

        samples.clock.set(NOON.plus(DAY.multipliedBy(30)).minusSeconds(1));
        assertThat(find(recording)).contains(tombstone.written());
        samples.clock.set(NOON.plus(DAY.multipliedBy(30)));
        assertThat(find(recording)).isEmpty();
    }

    @Test
    void forgettingLeavesOnlyWhatIsNotPersonal() {
        var recording = created();
        var job = samples.job(recording);
        store.commit(new Change(
                recording,
                List.of(job),
                List.of(samples.version(recording, 1)),
                List.of(samples.event(recording, EventName.UPDATED))));
        store.commit(samples.change(samples.tombstone(found(recording), Stage.DESTROYING), EventName.DELETED));
        var certificate = events(recording).getLast();

        store.erase(ACME, recording.id());
        store.erase(ACME, recording.id());

        assertThat(store.versions(ACME, recording.id())).isEmpty();
        assertThat(store.jobs(ACME, recording.id())).isEmpty();
        assertThat(types(recording)).containsExactly("recording.created", "recording.updated", "recording.deleted");
        assertThat(events(recording).subList(0, 2))
                .extracting(LoggedEvent::data)
                .allMatch(data -> data.matches(LINES_OF_LIFE.formatted(recording.id())));
        assertThat(events(recording).getLast()).isEqualTo(certificate);
    }

    @Test
    void manyEventsAreForgotten() {
        var recording = created();
        SideBySide.run(60, () -> usage.countDownload(recording, samples.event(recording, EventName.DOWNLOADED), NOON));

        store.erase(ACME, recording.id());

        assertThat(events.events(ACME, recording.id(), Optional.empty(), 100).items())
                .hasSize(61)
                .extracting(LoggedEvent::data)
                .allMatch(data -> data.matches(LINES_OF_LIFE.formatted(recording.id())));
    }

    @Test
    void eventsArePagedOldestFirst() {
        var recording = created();
        for (int i = 0; i < 4; i++) {
            usage.countDownload(recording, samples.event(recording, EventName.DOWNLOADED), NOON);
        }

        var first = events.events(ACME, recording.id(), Optional.empty(), 2);
        var second = events.events(ACME, recording.id(), first.next(), 2);
        var third = events.events(ACME, recording.id(), second.next(), 2);

        assertThat(first.items())
                .extracting(LoggedEvent::type)
                .containsExactly("recording.created", "recording.downloaded");
        assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream()))
                .hasSize(5)
                .extracting(LoggedEvent::sequence)
                .isSorted();
        assertThat(third.next()).isEmpty();
    }

    @Test
    void anEventSpeaksTheTermsOfCloudEvents() {
        var recording = created();

        var event = events(recording).getFirst();

        assertThat(event.source()).isEqualTo("tapedeck");
        assertThat(event.time()).isEqualTo("2100-01-01T12:00:00Z");
        assertThat(event.subject()).isEqualTo(recording.id().toString());
        assertThat(event.tenant()).isEqualTo("acme");
        assertThat(event.actor()).isEqualTo("sweep");
        assertThat(Samples.JSON.read(event.data()).at("/recording/id").asText())
                .isEqualTo(recording.id().toString());
    }

    @Test
    void eventsOfFourHundredDaysAgoAreGone() {
        var recording = created();

        samples.clock.set(NOON.plus(DAY.multipliedBy(400)));

        assertThat(events(recording)).isEmpty();
    }

    private Commit open(CallRecording recording, String opener, Instant now) {
        var event = samples.event(recording, EventName.DOWNLOADED);
        return usage.countOpening(recording, new Opening(opener), event, now);
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        var id = samples.recording().id();

        assertThatThrownBy(() -> events.events(ACME, id, Optional.of("x"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeaseIsExtendedOnlyByTheWorkerThatHoldsIt() {
        var recording = created();
        var held = samples.job(recording).claimed(NOON, NOON.plusSeconds(30));
        store.commit(new Change(recording, List.of(held), List.of(), List.of()));

        assertThat(store.prolong(held.dueAt(NOON.plusSeconds(90)).at(0.5))).isEqualTo(Commit.COMMITTED);
        assertThat(store.job(ACME, recording.id(), held.id()))
                .contains(held.dueAt(NOON.plusSeconds(90)).at(0.5));

        var taken = held.readied(NOON.plusSeconds(60)).claimed(NOON.plusSeconds(60), NOON.plusSeconds(120));
        store.commit(new Change(found(recording), List.of(taken), List.of(), List.of()));
        assertThat(store.prolong(held.dueAt(NOON.plusSeconds(150)))).isEqualTo(Commit.STALE);
        assertThat(store.job(ACME, recording.id(), held.id())).contains(taken);
    }

    @Test
    void aLeaseIsOverOnceTheJobIsHandedOut() {
        var recording = created();
        var held = samples.job(recording).claimed(NOON, NOON.plusSeconds(30));
        var out = held.handedOut(NOON.plusSeconds(600));
        store.commit(new Change(recording, List.of(out), List.of(), List.of()));

        assertThat(store.prolong(held.dueAt(NOON.plusSeconds(60)))).isEqualTo(Commit.STALE);
        assertThat(store.job(ACME, recording.id(), held.id())).contains(out);
    }

    @Test
    void onlyAJobThatAWorkerMayTakeIsReady() {
        var recording = created();
        var job = samples.job(recording);
        store.commit(new Change(recording, List.of(job), List.of(), List.of()));
        var key = Keys.job(ACME, recording.id(), job.id());
        assertThat(table.get(key).orElseThrow()).containsKey("ready");

        store.commit(
                new Change(found(recording), List.of(job.claimed(NOON, NOON.plusSeconds(30))), List.of(), List.of()));

        assertThat(table.get(key).orElseThrow()).doesNotContainKey("ready");
        assertThat(store.job(ACME, recording.id(), job.id())
                        .orElseThrow()
                        .execution()
                        .status())
                .isEqualTo(Job.State.RUNNING);
    }

    private static CallRecording heard(CallRecording recording, AudioVersion version, Job job) {
        return recording
                .withNewJob(job, NOON)
                .withAudio(version, NOON.plusSeconds(9))
                .finished(job, NOON.plusSeconds(9));
    }

    private CallRecording created() {
        var recording = samples.recording(Samples.tagged("personal"));
        store.commit(samples.change(recording, EventName.CREATED));
        return found(recording);
    }

    private Optional<CallRecording> find(CallRecording recording) {
        return store.find(ACME, recording.id());
    }

    private CallRecording found(CallRecording recording) {
        return find(recording).orElseThrow();
    }

    private List<LoggedEvent> events(CallRecording recording) {
        return events.events(ACME, recording.id(), Optional.empty(), 100).items();
    }

    private List<String> types(CallRecording recording) {
        return events(recording).stream().map(LoggedEvent::type).toList();
    }
}
