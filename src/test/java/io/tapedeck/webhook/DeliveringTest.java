package io.tapedeck.webhook;

import static io.tapedeck.recording.EventName.COMPLETED;
import static io.tapedeck.recording.EventName.CREATED;
import static io.tapedeck.recording.EventName.DELETED;
import static io.tapedeck.recording.EventName.DOWNLOADED;
import static io.tapedeck.recording.EventName.PROCESSING;
import static io.tapedeck.recording.EventName.UPDATED;
import static io.tapedeck.webhook.Office.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.call.Reference;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Event;
import io.tapedeck.webhook.Delivery.Status;
import io.tapedeck.webhook.ScriptedSender.Message;
import io.tapedeck.webhook.Sender.Answer;
import io.tapedeck.webhook.Webhook.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DeliveringTest {
    private static final Answer TAKEN = new Answer.Accepted();
    private static final Answer REFUSED = new Answer.Refused("The webhook answers with status 500.", Optional.empty());

    private final Office office;

    DeliveringTest(Table table) {
        this.office = new Office(table);
    }

    @Test
    void eventsComeOnceAndInOrderInWhateverOrderThereIsWordOfThem() {
        office.webhook();
        var id = office.recorded(CREATED, PROCESSING, COMPLETED);
        var events = office.logged(id);

        for (int i : List.of(2, 0, 1, 1, 2)) {
            office.news(id, events.get(i));
        }

        assertThat(office.sender.events()).isEqualTo(events);
    }

    @Test
    void everyWebhookOfTheTenantIsToldOfWhatItWants() {
        office.webhook(COMPLETED);
        office.webhook(CREATED, COMPLETED);
        var id = office.recorded(CREATED, PROCESSING, COMPLETED);

        office.news(id);

        assertThat(office.sender.taken())
                .extracting(Message::type)
                .containsExactlyInAnyOrder("recording.completed", "recording.created", "recording.completed");
    }

    @Test
    void whatHappenedBeforeAWebhookWasMadeIsNotTold() {
        var before = office.recorded(CREATED);
        office.clock.set(office.clock.instant().plusSeconds(2));
        office.webhook();
        office.news(before);
        office.clock.set(office.clock.instant().plusSeconds(2));
        office.happens(before, UPDATED);

        office.news(before);

        assertThat(office.sender.taken()).extracting(Message::type).containsExactly("recording.updated");
    }

    @Test
    void aRecordingThatFailsHoldsBackOnlyItself() {
        var webhook = office.webhook();
        var failing = office.recorded(CREATED, COMPLETED);
        var other = office.recorded(CREATED, COMPLETED);
        office.sender.answering(message -> message.subject().equals(failing.toString()) ? REFUSED : TAKEN);

        office.news(failing);
        office.news(other);

        assertThat(office.sender.events()).isEqualTo(office.logged(other));
        assertThat(office.sender.refused()).hasSize(1);
        assertThat(office.delivery(webhook, office.logged(failing).getFirst()).status())
                .isEqualTo(Status.RETRYING);

        office.sender.answering(_ -> TAKEN);
        office.passes(Duration.ofSeconds(5));

        assertThat(office.sender.events()).endsWith(office.logged(failing).toArray(String[]::new));
        assertThat(office.delivery(webhook, office.logged(failing).getFirst()).status())
                .isEqualTo(Status.DELIVERED);
    }

    @Test
    void itIsTriedTenTimesOverThreeDaysAndThenTheNextEventIsSent() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED, COMPLETED);
        var first = office.logged(id).getFirst();
        office.sender.answering(message -> message.event().equals(first) ? REFUSED : TAKEN);
        var times = new ArrayList<Duration>();

        office.news(id);
        for (var wait = nextAttempt(webhook, first); wait.isPresent(); wait = nextAttempt(webhook, first)) {
            times.add(Duration.between(office.clock.instant(), wait.get()));
            office.passes(times.getLast().minusSeconds(1));
            keepHealthy(webhook);
            office.passes(Duration.ofSeconds(1));
        }

        assertThat(times)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(office.sender.refused()).hasSize(10);
        assertThat(office.delivery(webhook, first).status()).isEqualTo(Status.FAILED);
        assertThat(office.delivery(webhook, first).attempts()).hasSize(10);
        assertThat(office.sender.events()).contains(office.logged(id).getLast());
    }

    @Test
    void aWebhookThatAsksForTimeGetsIt() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED);
        office.sender.answering(
                _ -> new Answer.Refused("The webhook answers with status 503.", Optional.of(Duration.ofHours(1))));

        office.news(id);

        assertThat(nextAttempt(webhook, office.logged(id).getFirst()))
                .contains(office.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void oneThatIsGoneIsToldNoMore() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED, COMPLETED);
        office.sender.answering(_ -> new Answer.Gone());

        var tally = office.news(id, office.logged(id).getFirst());
        office.news(id);
        office.passes(Duration.ofDays(1));

        assertThat(tally).isEqualTo(new Tally(0, 1, 1));
        assertThat(office.find(webhook).state()).isEqualTo(State.GONE);
        assertThat(office.sender.refused()).hasSize(1);
    }

    @Test
    void oneThatIsGoneIsNotToldOfWhatComesMeanwhileEither() {
        office.webhook();
        var id = office.recorded(CREATED);
        office.sender.answering(_ -> {
            office.happens(id, COMPLETED);
            office.news(id, office.logged(id).getLast());
            return new Answer.Gone();
        });

        office.news(id);

        assertThat(office.sender.refused()).hasSize(1);
    }

    @Test
    void threeDaysOfNothingButFailuresDisableIt() {
        var webhook = office.webhook();
        office.sender.answering(_ -> REFUSED);
        office.news(office.recorded(CREATED));
        office.passes(Duration.ofDays(3).minusSeconds(1));
        assertThat(office.find(webhook).isActive()).isTrue();
        office.clock.set(office.clock.instant().plusSeconds(1));

        office.news(office.recorded(CREATED));

        assertThat(office.find(webhook).state()).isEqualTo(State.FAILING);
    }

    @Test
    void oneSuccessInBetweenKeepsIt() {
        var webhook = office.webhook();
        office.sender.answering(_ -> REFUSED);
        office.news(office.recorded(CREATED));
        office.clock.set(office.clock.instant().plus(Duration.ofDays(2)));
        office.sender.answering(_ -> TAKEN);
        office.news(office.recorded(CREATED));
        assertThat(office.find(webhook).health().failingSince()).isEmpty();
        office.clock.set(office.clock.instant().plus(Duration.ofDays(2)));
        office.sender.answering(_ -> REFUSED);

        office.news(office.recorded(CREATED));

        assertThat(office.find(webhook).isActive()).isTrue();
    }

    @Test
    void whatHappensWhileNobodyIsToBeToldComesWhenSomebodyAsksForIt() {
        var webhook = office.webhook();
        var start = office.clock.instant();
        var id = office.recorded(CREATED);
        office.news(id);
        office.webhooks.change(ACME, webhook.id(), told -> told.with(State.DISABLED));
        office.clock.set(start.plusSeconds(60));
        office.happens(id, UPDATED);
        var other = office.recorded(CREATED);
        office.news(id);
        office.news(other);
        office.webhooks.change(ACME, webhook.id(), told -> told.with(State.ACTIVE));
        office.clock.set(start.plusSeconds(120));
        office.happens(id, COMPLETED);

        office.news(id);

        assertThat(office.sender.taken())
                .extracting(Message::type)
                .containsExactly("recording.created", "recording.completed");

        office.webhooks.replay(ACME, webhook.id(), start.plusSeconds(60));
        office.runErrands();

        assertThat(office.sender.taken().subList(2, 5))
                .extracting(Message::event)
                .containsExactlyInAnyOrder(
                        office.logged(id).get(1),
                        office.logged(id).get(2),
                        office.logged(other).getFirst())
                .containsSubsequence(office.logged(id).subList(1, 3));
        assertThat(office.sender.taken()).hasSize(5);
    }

    @Test
    void aDisabledWebhookIsSentNothingAgain() {
        var webhook = office.webhook();
        office.webhooks.change(ACME, webhook.id(), told -> told.with(State.DISABLED));

        assertThatThrownBy(() -> office.webhooks.replay(ACME, webhook.id(), Instant.EPOCH))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The webhook is told of nothing; make it active first.");
    }

    @Test
    void anEventIsSentAgainWhenSomebodyAsks() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED, COMPLETED);
        var first = office.logged(id).getFirst();
        office.news(id);

        office.webhooks.resend(ACME, webhook.id(), new Ulid(first));
        office.runErrands();

        assertThat(office.sender.events()).hasSize(3).last().isEqualTo(first);
        assertThat(office.delivery(webhook, first).attempts()).hasSize(2);
    }

    @Test
    void anEventThatWaitsIsTriedAtOnceWhenSomebodyAsks() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED, COMPLETED);
        office.sender.answering(_ -> REFUSED);
        office.news(id);
        office.errands.clear();
        office.sender.answering(_ -> TAKEN);

        office.webhooks.resend(ACME, webhook.id(), new Ulid(office.logged(id).getFirst()));
        office.runErrands();

        assertThat(office.sender.events()).isEqualTo(office.logged(id));
    }

    @Test
    void whatWasNeverSentIsNotSentAgain() {
        var webhook = office.webhook();

        assertThatThrownBy(() -> office.webhooks.resend(ACME, webhook.id(), office.ids.next()))
                .hasMessage("This event was not sent to this webhook within the last 30 days.");
    }

    @Test
    void whoComesMeanwhileLeavesWordAndIsServedInOrder() throws InterruptedException {
        office.webhook();
        var id = office.recorded(CREATED);
        var isSending = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        office.sender.answering(_ -> {
            isSending.countDown();
            await(mayGoOn);
            return TAKEN;
        });
        var first = CompletableFuture.runAsync(() -> office.news(id));
        isSending.await();

        office.happens(id, COMPLETED);
        assertThat(office.news(id, office.logged(id).getLast())).isEqualTo(Tally.NOTHING);
        mayGoOn.countDown();
        first.join();

        assertThat(office.sender.events()).isEqualTo(office.logged(id));
    }

    @Test
    void whoDiesWhileTellingIsReplacedOnceItsLeaseIsOver() {
        office.webhook();
        var id = office.recorded(CREATED, COMPLETED);
        office.sender.answering(_ -> {
            throw new IllegalStateException("the machine is gone");
        });
        assertThatThrownBy(() -> office.news(id)).hasMessageContaining("the machine is gone");
        office.sender.answering(_ -> TAKEN);

        office.passes(Lane.LEASE.minusSeconds(1));
        assertThat(office.sender.taken()).isEmpty();
        office.passes(Duration.ofSeconds(1));

        assertThat(office.sender.events()).isEqualTo(office.logged(id));
    }

    @Test
    void oneThatHangsThreeTimesIsLeftAloneForHalfAMinuteAndThenTriedByOne() {
        var webhook = office.webhook();
        office.sender.answering(_ -> new Answer.Hung());
        for (int i = 0; i < 3; i++) {
            office.news(office.recorded(CREATED));
        }
        var others = List.of(office.recorded(CREATED), office.recorded(CREATED), office.recorded(CREATED));

        others.forEach(office::news);
        assertThat(office.sender.refused()).hasSize(3);
        office.passes(Duration.ofSeconds(33));

        assertThat(office.sender.refused()).hasSize(4);
        office.sender.answering(_ -> TAKEN);
        office.passes(Duration.ofSeconds(33));
        office.passes(Duration.ofMinutes(5));

        assertThat(office.sender.events())
                .containsAll(others.stream()
                        .map(office::logged)
                        .flatMap(List::stream)
                        .toList());
        assertThat(office.find(webhook).health().hangs()).isZero();
    }

    @Test
    void aDownloadThatIsLoggedLateIsToldAllTheSame() {
        office.webhook();
        var id = office.recorded(CREATED);
        var early = office.ids.next();
        office.happens(id, COMPLETED);
        office.news(id);

        var recording = office.store.find(ACME, id).orElseThrow();
        office.usage.countDownload(
                recording,
                new Event(early, DOWNLOADED, Actor.SWEEP, Optional.empty(), List.of()),
                office.clock.instant());
        office.news(id, early.value());

        assertThat(office.sender.taken())
                .extracting(Message::type)
                .containsExactly(
                        "recording.created", "recording.completed", "recording.downloaded", "recording.completed");
    }

    @Test
    void whatIsTooLargeIsThinAndSaysSo() {
        office.webhook();
        var call = new Reference("call-1", Optional.of("A name that is long. ".repeat(1000)));
        var details = new Details(
                Optional.of(call),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        var id = office.recorded(details, CREATED);

        office.news(id);

        var message = office.sender.taken().getFirst();
        assertThat(message.body().length()).isLessThan(1000);
        assertThat(message.tree().path("data").path("thin").asBoolean()).isTrue();
        assertThat(message.tree().path("data").path("recording").path("id").asText())
                .isEqualTo(id.toString());
        assertThat(message.tree().path("data").path("recording").has("call")).isFalse();
    }

    @Test
    void aWebhookThatIsDeletedLeavesNothingToBeDone() {
        var webhook = office.webhook();
        var id = office.recorded(CREATED);
        office.sender.answering(_ -> REFUSED);
        office.news(id);
        office.webhooks.delete(ACME, webhook.id());

        office.passes(Duration.ofSeconds(5));

        assertThat(office.lanes.find(ACME, webhook.id(), id)).isEmpty();
        assertThat(office.sender.refused()).hasSize(1);
    }

    @Test
    void aTestIsSentAtOnceToADisabledWebhookTooAndLeavesItSo() {
        var webhook = office.webhook();
        office.webhooks.change(ACME, webhook.id(), told -> told.with(State.DISABLED));

        var delivery = office.delivering.test(office.find(webhook), Actor.SWEEP);

        assertThat(delivery.status()).isEqualTo(Status.DELIVERED);
        assertThat(office.sender.taken()).extracting(Message::type).containsExactly("webhook.test");
        assertThat(office.find(webhook).state()).isEqualTo(State.DISABLED);
        assertThat(office.deliveries
                        .list(ACME, webhook.id(), Optional.empty(), 10)
                        .items())
                .containsExactly(delivery);
    }

    @Test
    void whatManyRecordingsHaveIsSentAgainPageByPage() {
        var webhook = office.webhook();
        var count = 101;
        for (int i = 0; i < count; i++) {
            office.news(office.recorded(CREATED));
        }

        office.webhooks.replay(ACME, webhook.id(), Office.NOON);
        office.runErrands();

        assertThat(office.sender.events()).hasSize(2 * count);
        assertThat(office.sender.events().stream().distinct()).hasSize(count);
    }

    @Test
    void manyWhoComeAtTheSameTimeSendEachEventOnceAndInOrder() {
        office.webhook();
        var sending = new AtomicInteger();
        var most = new AtomicInteger();
        office.sender.answering(counting(sending, most));
        var id = office.recorded(CREATED, PROCESSING, COMPLETED, UPDATED, UPDATED, UPDATED, DELETED);

        var all = office.logged(id).stream()
                .flatMap(event -> List.of(event, event, event).stream())
                .map(event -> CompletableFuture.runAsync(() -> office.news(id, event)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(office.sender.events()).isEqualTo(office.logged(id));
        assertThat(most).hasValue(1);
    }

    private static Function<Message, Answer> counting(AtomicInteger sending, AtomicInteger most) {
        return _ -> {
            most.accumulateAndGet(sending.incrementAndGet(), Math::max);
            Thread.yield();
            sending.decrementAndGet();
            return TAKEN;
        };
    }

    private Optional<Instant> nextAttempt(Webhook webhook, String event) {
        return office.delivery(webhook, event).nextAttempt();
    }

    /** As it is where other recordings' events are taken. */
    private void keepHealthy(Webhook webhook) {
        office.news(office.recorded(CREATED));
        assertThat(office.find(webhook).isActive()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
