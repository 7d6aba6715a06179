package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static io.tapedeck.dynamodb.Samples.DAY;
import static io.tapedeck.dynamodb.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.call.PhoneNumber;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class RecordingListTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Duration MONTH = DAY.multipliedBy(31);

    private final Samples samples = new Samples();
    private final DynamoRecordingStore store;

    RecordingListTest(Table table) {
        this.store = samples.store(table);
    }

    @Test
    void theNewestComeFirstOverAllMonths() {
        var january = created(NOON, Details.NONE);
        var february = created(NOON.plus(MONTH), Details.NONE);
        var june = created(NOON.plus(MONTH.multipliedBy(5)), Details.NONE);

        assertThat(all(query())).containsExactly(june, february, january);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetitions() {
        var expected = new ArrayList<RecordingId>();
        for (int i = 0; i < 23; i++) {
            expected.addFirst(created(NOON.plus(DAY.multipliedBy(i * 7)), Details.NONE));
        }

        assertThat(all(limited(query(), 5))).containsExactlyElementsOf(expected);
    }

    @Test
    void thereIsNoNextPageAfterTheLastItem() {
        created(NOON, Details.NONE);
        created(NOON, Details.NONE);

        assertThat(store.list(limited(query(), 2)).next()).isEmpty();
        assertThat(store.list(limited(query(), 1)).next()).isPresent();
    }

    @Test
    void otherTenantsAreNotListed() {
        created(NOON, Details.NONE);

        assertThat(store.list(new RecordingQuery(
                                new TenantId("acme-2"),
                                NONE,
                                NONE,
                                NONE,
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                100,
                                NONE))
                        .items())
                .isEmpty();
    }

    @Test
    void fromIsInclusiveAndToExclusive() {
        created(NOON.minusSeconds(1), Details.NONE);
        var first = created(NOON, Details.NONE);
        var last = created(NOON.plus(MONTH).minusSeconds(1), Details.NONE);
        created(NOON.plus(MONTH), Details.NONE);

        assertThat(all(between(NOON, NOON.plus(MONTH)))).containsExactly(last, first);
        assertThat(all(between(NOON, NOON))).isEmpty();
        assertThat(all(between(NOON.plusSeconds(1), NOON.minusSeconds(1)))).isEmpty();
        assertThat(all(between(Instant.ofEpochSecond(-5), Instant.MAX))).hasSize(4);
    }

    @Test
    void aPhoneNumberIsFoundByNumberAndById() {
        var number = new PhoneNumber(Optional.of("line-1"), Optional.of("+4930123456"), NONE);
        var found = created(NOON, Samples.details(NONE, NONE, Optional.of(number)));
        created(NOON, Details.NONE);

        assertThat(all(by(NONE, NONE, Optional.of("+4930123456")))).containsExactly(found);
        assertThat(all(by(NONE, NONE, Optional.of("line-1")))).containsExactly(found);
        assertThat(all(by(NONE, NONE, Optional.of("+4930123457")))).isEmpty();
    }

    @Test
    void anIdThatLooksLikeANumberIsFoundBesideTheNumber() {
        var byId = created(NOON, numbered("+4930123456", "+15550100"));
        var byNumber = created(NOON.plusSeconds(1), numbered("line-1", "+4930123456"));
        var byBoth = created(NOON.plusSeconds(2), numbered("+4930123456", "+4930123456"));
        created(NOON.plusSeconds(3), numbered("line-2", "+15550100"));
        var number = Optional.of("+4930123456");

        assertThat(all(by(NONE, NONE, number))).containsExactly(byBoth, byNumber, byId);
        assertThat(all(limited(by(NONE, NONE, number), 1))).containsExactly(byBoth, byNumber, byId);
        assertThat(all(limited(by(NONE, NONE, number), 2))).containsExactly(byBoth, byNumber, byId);
    }

    @Test
    void anIdThatLooksLikeANumberIsFoundTogetherWithACall() {
        var number = Optional.of(new PhoneNumber(Optional.of("+4930123456"), NONE, NONE));
        var found = created(NOON, Samples.details(Optional.of("c"), NONE, number));
        created(NOON.plusSeconds(1), Samples.details(Optional.of("c"), NONE, Optional.empty()));

        assertThat(all(by(Optional.of("c"), NONE, Optional.of("+4930123456")))).containsExactly(found);
    }

    private static Details numbered(String id, String number) {
        return Samples.details(NONE, NONE, Optional.of(new PhoneNumber(Optional.of(id), Optional.of(number), NONE)));
    }

    @Test
    void allConditionsMustHold() {
        var both = created(NOON, Samples.details(Optional.of("c"), Optional.of("a"), Optional.empty()));
        var call = created(NOON.plusSeconds(1), Samples.details(Optional.of("c"), NONE, Optional.empty()));
        var assistant = created(NOON.plusSeconds(2), Samples.details(NONE, Optional.of("a"), Optional.empty()));

        assertThat(all(by(Optional.of("c"), NONE, NONE))).containsExactly(call, both);
        assertThat(all(by(NONE, Optional.of("a"), NONE))).containsExactly(assistant, both);
        assertThat(all(by(Optional.of("c"), Optional.of("a"), NONE))).containsExactly(both);
    }

    @Test
    void allTagsMustBePresent() {
        var both = created(NOON, Samples.tagged("a", "b"));
        var one = created(NOON.plusSeconds(1), Samples.tagged("a"));
        created(NOON.plusSeconds(2), Samples.tagged("ab"));

        assertThat(all(having(List.of("a"), Optional.empty()))).containsExactly(one, both);
        assertThat(all(having(List.of("a", "b"), Optional.empty()))).containsExactly(both);
    }

    @Test
    void deletedOnesAreListedOnlyWhenAskedFor() {
        var kept = created(NOON, Details.NONE);
        var deleted = created(NOON.plusSeconds(1), Details.NONE);
        var recording = store.find(ACME, deleted).orElseThrow();
        store.commit(samples.change(samples.tombstone(recording, Stage.DESTROYED), EventName.DELETED));

        assertThat(all(query())).containsExactly(kept);
        assertThat(all(having(List.of(), Optional.of(Status.DELETED)))).containsExactly(deleted);
        assertThat(all(having(List.of(), Optional.of(Status.PROCESSING)))).containsExactly(kept);

        samples.clock.set(NOON.plusSeconds(1).plus(DAY.multipliedBy(30)));
        assertThat(all(having(List.of(), Optional.of(Status.DELETED)))).isEmpty();
    }

    @Test
    void aSearchForTheRareGoesOnWhereItStopped() {
        var rare = created(NOON, Samples.tagged("rare"));
        for (int month = 1; month <= 14; month++) {
            created(NOON.plus(MONTH.multipliedBy(month)), Samples.tagged("common"));
        }
        var query = having(List.of("rare"), Optional.empty());

        assertThat(store.list(query).items()).isEmpty();
        assertThat(store.list(query).next()).isPresent();
        assertThat(all(query)).containsExactly(rare);
    }

    @Test
    void aChangedRecordingStaysWhereItWas() {
        var id = created(NOON, Details.NONE);
        samples.clock.set(NOON.plus(MONTH));
        var recording = store.find(ACME, id).orElseThrow();
        var failed = recording.failed(new Failure("no-audio", "It holds no audio."), NOON.plus(MONTH));
        store.commit(samples.change(failed, EventName.FAILED));

        assertThat(all(between(NOON, NOON.plusSeconds(1)))).containsExactly(id);
        assertThat(all(having(List.of(), Optional.of(Status.FAILED)))).containsExactly(id);
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> store.list(after(query(), "rec_x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingComesAfterTheFirstPosition() {
        created(NOON, Details.NONE);

        var page = store.list(after(query(), new RecordingId(Ulid.first(Instant.EPOCH)).toString()));

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    private RecordingId created(Instant second, Details details) {
        samples.clock.set(second);
        var recording = samples.recording(details);
        store.commit(samples.change(recording, EventName.CREATED));
        return recording.id();
    }

    /** All pages in one; what a page says is next must never end in a circle. */
    private List<RecordingId> all(RecordingQuery query) {
        var ids = new ArrayList<RecordingId>();
        var page = store.list(query);
        page.items().stream().map(CallRecording::id).forEach(ids::add);
        while (page.next().isPresent()) {
            var next = after(query, page.next().get());
            assertThat(next.after()).isNotEqualTo(query.after());
            query = next;
            page = store.list(query);
            page.items().stream().map(CallRecording::id).forEach(ids::add);
        }
        return ids;
    }

    private static RecordingQuery query() {
        return by(NONE, NONE, NONE);
    }

    private static RecordingQuery by(Optional<String> call, Optional<String> assistant, Optional<String> phoneNumber) {
        return new RecordingQuery(
                ACME,
                call,
                assistant,
                phoneNumber,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                100,
                NONE);
    }

    private static RecordingQuery having(List<String> tags, Optional<Status> status) {
        return new RecordingQuery(ACME, NONE, NONE, NONE, status, tags, Optional.empty(), Optional.empty(), 100, NONE);
    }

    private static RecordingQuery between(Instant from, Instant to) {
        return new RecordingQuery(
                ACME, NONE, NONE, NONE, Optional.empty(), List.of(), Optional.of(from), Optional.of(to), 100, NONE);
    }

    private static RecordingQuery limited(RecordingQuery query, int limit) {
        return with(query, limit, query.after());
    }

    private static RecordingQuery after(RecordingQuery query, String position) {
        return with(query, query.limit(), Optional.of(position));
    }

    private static RecordingQuery with(RecordingQuery query, int limit, Optional<String> after) {
        return new RecordingQuery(
                query.tenant(),
                query.call(),
                query.assistant(),
                query.phoneNumber(),
                query.status(),
                query.tags(),
                query.from(),
                query.to(),
                limit,
                after);
    }
}
