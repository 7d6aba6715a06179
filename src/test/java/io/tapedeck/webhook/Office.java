package io.tapedeck.webhook;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDeliveryStore;
import io.tapedeck.dynamodb.DynamoDueStore;
import io.tapedeck.dynamodb.DynamoEventStore;
import io.tapedeck.dynamodb.DynamoLaneStore;
import io.tapedeck.dynamodb.DynamoRecordingStore;
import io.tapedeck.dynamodb.DynamoUsageStore;
import io.tapedeck.dynamodb.DynamoWebhookStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.UlidSource;
import io.tapedeck.id.WebhookId;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.WebhookMessages;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Retention;
import io.tapedeck.retention.DueStore.Due;
import io.tapedeck.secret.SecretsInMemory;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.webhook.Webhook.Terms;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** All that tells webhooks, on a real table, with a clock that tests move, errands that tests run, and a scripted other end. */
final class Office {
    static final TenantId ACME = new TenantId("acme");
    static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    final SettableClock clock = new SettableClock(NOON);
    final ScriptedSender sender = new ScriptedSender();
    final Queue<Errand> errands = new ArrayDeque<>();
    final DynamoRecordingStore store;
    final DynamoUsageStore usage;
    final DynamoEventStore log;
    final WebhookStore webhookStore;
    final LaneStore lanes;
    final DeliveryStore deliveries;
    final Webhooks webhooks;
    final Delivering delivering;
    final Recordings recordings;
    final UlidSource ids = new UlidSource(clock, new SecureRandom());

    private final DynamoDueStore due;

    Office(Table table) {
        var json = new Json();
        var rows = new Rows(json);
        var data = new EventData(
                json, new RecordingViews(json, new Place(StorageName.OWN, Storage.S3, "calls", "eu-central-1")));
        var random = new SecureRandom();
        this.store = new DynamoRecordingStore(table, rows, data, clock);
        this.usage = new DynamoUsageStore(table, data);
        this.log = new DynamoEventStore(table, clock);
        this.due = new DynamoDueStore(table);
        this.recordings = new Recordings(store, ids, clock, Deadline.NONE);
        this.webhookStore = new DynamoWebhookStore(table, rows);
        this.lanes = new DynamoLaneStore(table, rows, clock);
        this.deliveries = new DynamoDeliveryStore(table, rows, clock);
        var keys = new SigningKeys(new SecretsInMemory());
        Errands queue = (errand, _) -> errands.add(errand);
        this.webhooks = new Webhooks(webhookStore, deliveries, keys, queue, random, clock);
        var messages = new WebhookMessages(data, json);
        var posting = new Posting(webhookStore, deliveries, keys, sender, messages, new RetrySchedule(() -> 0), clock);
        this.delivering = new Delivering(
                webhookStore,
                lanes,
                store,
                messages,
                new LaneWork(lanes, webhookStore, deliveries, log, posting, queue, clock),
                posting,
                queue,
                ids,
                clock);
    }

    Webhook webhook(EventName... events) {
        var terms = new Terms("https://example.com/hook", List.of(events), Optional.empty());
        return webhooks.create(ACME, new WebhookId(ids.next()), terms).webhook();
    }

    Webhook find(Webhook webhook) {
        return webhooks.find(ACME, webhook.id());
    }

    /** A recording to which this happened. */
    RecordingId recorded(EventName... names) {
        return recorded(Details.NONE, names);
    }

    RecordingId recorded(Details details, EventName... names) {
        var recording = CallRecording.create(
                ACME,
                new RecordingId(ids.next()),
                details,
                Retention.of(30, clock.instant()),
                Placement.OWN,
                Intake.UNANNOUNCED);
        var events = recordings.changeEvents(recording);
        for (var name : names) {
            events.add(name, Actor.SWEEP);
        }
        store.commit(new Change(recording, List.of(), List.of(), events.events()));
        return recording.id();
    }

    /** Something else happens to a recording. */
    void happens(RecordingId id, EventName name) {
        recordings.change(
                ACME,
                id,
                recording -> Decision.write(new Change(
                        recording, List.of(), List.of(), List.of(recordings.event(recording, name, Actor.SWEEP)))));
    }

    /** The events of a recording, the oldest first. */
    List<String> logged(RecordingId id) {
        return log.events(ACME, id, Optional.empty(), 100).items().stream()
                .map(LoggedEvent::id)
                .toList();
    }

    /** Hands on that there is an event. */
    Tally news(RecordingId id, String event) {
        return delivering.run(new Errand.News(ACME, id, new Ulid(event)));
    }

    /** Hands on all events of a recording in their order. */
    void news(RecordingId id) {
        logged(id).forEach(event -> news(id, event));
    }

    /** Runs the errands that wait, and those that come of them. */
    void runErrands() {
        for (var errand = errands.poll(); errand != null; errand = errands.poll()) {
            delivering.run(errand);
        }
    }

    /** Lets time pass, and does what is due then, as the sweep does. */
    void passes(Duration time) {
        clock.set(clock.instant().plus(time));
        errands.clear();
        var found = new ArrayList<Due>();
        due.due(clock.instant()).forEachRemaining(found::add);
        for (var each : found) {
            if (each instanceof Due.DueLane(var tenant, var webhook, var recording, var _)) {
                delivering.run(new Errand.Visit(tenant, webhook, recording));
            }
        }
    }

    Delivery delivery(Webhook webhook, String event) {
        return deliveries.find(ACME, webhook.id(), new Ulid(event)).orElseThrow();
    }
}
