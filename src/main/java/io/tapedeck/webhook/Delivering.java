package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.UlidSource;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.webhook.Posting.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final LaneWork work;
    private final Posting posting;
    private final Errands errands;
    private final UlidSource ids;
    private final Clock clock;

    public Delivering(
            WebhookStore webhooks,
            LaneStore lanes,
            DeliveryStore deliveries,
            EventStore events,
            LaneWork work,
            Posting posting,
            Errands errands,
            UlidSource ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.events = events;
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
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return told.stream()
                    .map(webhook -> CompletableFuture.supplyAsync(() -> tell(webhook, recording, event), executor))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .reduce(Tally.NOTHING, Tally::plus);
        }
    }

    private Tally tell(Webhook webhook, RecordingId recording, Ulid event) {
        var before = Ulid.first(webhook.created()).previous();
        var lane = lanes.ask(webhook.tenant(), webhook.id(), recording, before);
        if (!webhook.isActive()) {
            return pass(lane, event);
        } else if (lane.hasPassed(event)) {
            return isMissed(webhook, recording, event) ? rewind(webhook, lane, event) : Tally.NOTHING;
        }
        return work.work(webhook, lane);
    }

    /** What happens while nobody is to be told is not told later, unless somebody asks for it. */
    private Tally pass(Lane lane, Ulid event) {
        if (lane.isFree(clock.instant()) && !lane.hasPassed(event)) {
            work.change(lane, free -> free.left(event));
        }
        return Tally.NOTHING;
    }

    /** A download is logged beside all else that happens to a recording, so one may come after what has a later place. */
    private boolean isMissed(Webhook webhook, RecordingId recording, Ulid event) {
        return deliveries.find(webhook.tenant(), webhook.id(), event).isEmpty()
                && find(webhook.tenant(), recording, event)
                        .map(LoggedEvent::type)
                        .filter(type -> type.equals(EventName.DOWNLOADED.type()) && webhook.wants(type))
                        .isPresent();
    }

    private Tally rewind(Webhook webhook, Lane lane, Ulid event) {
        return work.change(lane, passed -> passed.rewound(event.previous(), clock.instant()))
                .map(rewound -> work.work(webhook, rewound))
                .orElse(Tally.NOTHING);
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
        return work.work(webhook.get(), lane);
    }

    private Tally resend(Webhook webhook, Errand.Resend resend) {
        var lane = lanes.find(resend.tenant(), resend.webhook(), resend.recording());
        if (lane.filter(found -> !found.hasPassed(resend.event())).isPresent()) {
            return work.change(lane.get(), waiting -> waiting.putOff(clock.instant()))
                    .map(due -> work.work(webhook, due))
                    .orElse(Tally.NOTHING);
        }
        return find(resend.tenant(), resend.recording(), resend.event())
                .map(event -> posting.post(webhook, event, 0, Persistence.ONCE).tally())
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

    private Optional<LoggedEvent> find(TenantId tenant, RecordingId recording, Ulid event) {
        List<LoggedEvent> from = events.events(
                        tenant, recording, Optional.of(event.previous().value()), 1)
                .items();
        return from.stream().filter(found -> found.id().equals(event.value())).findFirst();
    }
}
