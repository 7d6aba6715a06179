package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.UlidSource;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.webhook.Posting.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Tells webhooks of events. That there is an event may come twice, late and in any order: what is told, and in which order, stands in the
 * recording's own log.
 */
public final class Delivering {
    /** The type of the event that only tests a webhook. */
    static final String TEST = "webhook.test";

    private static final String SOURCE = "tapedeck";
    private static final int PAGE = 100;

    private final WebhookStore webhooks;
    private final LaneStore lanes;
    private final RecordingStore recordings;
    private final Messages messages;
    private final LaneWork work;
    private final Posting posting;
    private final Errands errands;
    private final UlidSource ids;
    private final Clock clock;

    public Delivering(
            WebhookStore webhooks,
            LaneStore lanes,
            RecordingStore recordings,
            Messages messages,
            LaneWork work,
            Posting posting,
            Errands errands,
            UlidSource ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.recordings = recordings;
        this.messages = messages;
        this.work = work;
        this.posting = posting;
        this.errands = errands;
        this.ids = ids;
        this.clock = clock;
    }

    /** Runs an errand; one that has lost its meaning is none. */
    public Tally run(Errand errand) {
        return switch (errand) {
            case Errand.News(var tenant, var recording, var event) -> tell(tenant, recording, event);
            case Errand.Visit(var tenant, var webhook, var recording) ->
                lanes.find(tenant, webhook, recording).map(this::visit).orElse(Tally.NOTHING);
            case Errand.Resend resend ->
                webhooks.find(resend.tenant(), resend.webhook())
                        .filter(Webhook::isActive)
                        .map(webhook -> resend(webhook, resend))
                        .orElse(Tally.NOTHING);
            case Errand.Replay replay -> {
                replay(replay);
                yield Tally.NOTHING;
            }
        };
    }

    /** Has somebody go on at once in a lane whose taker is known to be gone. */
    public void release(TenantId tenant, WebhookId webhook, RecordingId recording) {
        lanes.find(tenant, webhook, recording)
                .flatMap(lane -> work.change(lane, left -> left.putOff(clock.instant())))
                .ifPresent(lane -> errands.send(Errand.Visit.of(lane), Duration.ZERO));
    }

    /** Tries a webhook with an event that tells of nothing, and says what came of it. */
    public Delivery test(Webhook webhook, Actor actor) {
        var id = ids.next().toString();
        var event = new LoggedEvent(
                id,
                SOURCE,
                TEST,
                Seconds.now(clock).toString(),
                webhook.id().toString(),
                webhook.tenant().toString(),
                id,
                actor.toString(),
                "{}");
        return posting.test(webhook, event);
    }

    /** All of them side by side. */
    private Tally tell(TenantId tenant, RecordingId recording, Ulid event) {
        var told = webhooks.list(tenant).stream()
                .filter(webhook -> !event.time().isBefore(webhook.created()))
                .toList();
        var drafts = drafts();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return told.stream()
                    .map(webhook ->
                            CompletableFuture.supplyAsync(() -> tell(webhook, recording, event, drafts), executor))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .reduce(Tally.NOTHING, Tally::plus);
        }
    }

    private Tally tell(Webhook webhook, RecordingId recording, Ulid event, Drafts drafts) {
        return webhook.isActive() ? work.come(webhook, recording, event, drafts) : pass(webhook, recording, event);
    }

    /** What happens while nobody is to be told is not told later, unless somebody asks for it. */
    private Tally pass(Webhook webhook, RecordingId recording, Ulid event) {
        var lane = lanes.ask(webhook.tenant(), webhook.id(), recording, event);
        if (lane.isFree(clock.instant()) && !lane.hasPassed(event)) {
            work.change(lane, free -> free.left(event));
        }
        return Tally.NOTHING;
    }

    private Tally visit(Lane lane) {
        var webhook = webhooks.find(lane.tenant(), lane.webhook());
        if (webhook.isEmpty()) {
            lanes.remove(lane);
            return Tally.NOTHING;
        } else if (!webhook.get().isActive()) {
            work.change(lane, waiting -> waiting.left(waiting.through()));
            return Tally.NOTHING;
        }
        return work.work(webhook.get(), lane, drafts());
    }

    private Tally resend(Webhook webhook, Errand.Resend resend) {
        var lane = lanes.find(resend.tenant(), resend.webhook(), resend.recording());
        if (lane.filter(found -> !found.hasPassed(resend.event())).isPresent()) {
            return work.change(lane.get(), waiting -> waiting.putOff(clock.instant()))
                    .map(due -> work.work(webhook, due, drafts()))
                    .orElse(Tally.NOTHING);
        }
        return work.find(resend.tenant(), resend.recording(), resend.event())
                .flatMap(event -> drafts().of(resend.tenant(), event)
                        .map(body -> posting.post(webhook, event, body, 0, Persistence.ONCE)))
                .map(Posting.Posted::tally)
                .orElse(Tally.NOTHING);
    }

    private void replay(Errand.Replay replay) {
        var page = lanes.list(replay.tenant(), replay.webhook(), replay.position(), PAGE);
        for (var lane : page.items()) {
            work.change(lane, found -> found.rewound(replay.after(), clock.instant()))
                    .ifPresent(rewound -> errands.send(Errand.Visit.of(rewound), Duration.ZERO));
        }
        page.next()
                .map(Optional::of)
                .map(next -> new Errand.Replay(replay.tenant(), replay.webhook(), replay.after(), next))
                .ifPresent(next -> errands.send(next, Duration.ZERO));
    }

    private Drafts drafts() {
        return new Drafts(recordings, messages);
    }
}
