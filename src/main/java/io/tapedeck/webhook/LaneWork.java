package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Page;
import io.tapedeck.webhook.Posting.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tells a webhook of a recording's events, one after the other as the recording's log has them. */
public final class LaneWork {
    /** How long it goes on before it lets others. An attempt that begins before takes what it takes. */
    private static final Duration BUDGET = Duration.ofSeconds(30);

    /** Attempts at a webhook that one process makes at the same time, so that one that hangs leaves room for others. */
    private static final int SIDE_BY_SIDE = 4;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int PAGE = 25;

    private final LaneStore lanes;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Posting posting;
    private final Errands errands;
    private final Clock clock;
    private final Map<WebhookId, Semaphore> places = new ConcurrentHashMap<>();

    public LaneWork(
            LaneStore lanes,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            EventStore events,
            Posting posting,
            Errands errands,
            Clock clock) {
        this.lanes = lanes;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.events = events;
        this.posting = posting;
        this.errands = errands;
        this.clock = clock;
    }

    /** Does what is to be done since there is word of an event, unless somebody does it, who then finds the event too. */
    Tally come(Webhook webhook, RecordingId recording, Ulid event, Drafts drafts) {
        var before = Ulid.first(webhook.created()).previous();
        return admitted(
                webhook,
                () -> lanes.take(webhook.tenant(), webhook.id(), recording, before)
                        .map(taken -> tell(webhook, withMissed(webhook, taken, event), drafts))
                        .orElseGet(() ->
                                visit(webhook, lanes.ask(webhook.tenant(), webhook.id(), recording, before), drafts)),
                later -> turnedAway(lanes.ask(webhook.tenant(), webhook.id(), recording, before), later));
    }

    /** Who has the lane by now finds the event; otherwise somebody comes again. */
    private Tally turnedAway(Lane lane, Instant later) {
        return lane.isFree(clock.instant()) ? putOff(lane, later) : Tally.NOTHING;
    }

    /** Does what is to be done in a lane, if it is time and nobody does it. */
    Tally work(Webhook webhook, Lane lane, Drafts drafts) {
        return lane.isFree(clock.instant())
                ? admitted(webhook, () -> visit(webhook, lane, drafts), later -> putOff(lane, later))
                : Tally.NOTHING;
    }

    /** Lets in who may try a webhook now, and says to others when to come again. */
    private Tally admitted(Webhook webhook, Supplier<Tally> work, Function<Instant, Tally> turnedAway) {
        var now = clock.instant();
        var place = places.computeIfAbsent(webhook.id(), _ -> new Semaphore(SIDE_BY_SIDE));
        if (!place.tryAcquire()) {
            return turnedAway.apply(now.plus(PAUSE));
        }
        try {
            return mayBeTried(webhook, now)
                    ? work.get()
                    : turnedAway.apply(webhook.health().restsUntil().orElse(now).plus(PAUSE));
        } finally {
            place.release();
        }
    }

    /** One that hung is tried by whoever comes first after its rest; all others wait for what comes of that. */
    private boolean mayBeTried(Webhook webhook, Instant now) {
        return webhook.health().restsUntil().isEmpty()
                || !webhook.health().rests(now)
                        && webhooks.replace(webhook.tried(now)).isPresent();
    }

    private Tally visit(Webhook webhook, Lane lane, Drafts drafts) {
        var now = clock.instant();
        var taken = lane.taken(now);
        return lane.isFree(now) && lanes.replace(lane, taken) ? tell(webhook, taken, drafts) : Tally.NOTHING;
    }

    /** A download is logged beside all else that happens to a recording, so one may come after what has a later place. */
    private Lane withMissed(Webhook webhook, Lane lane, Ulid event) {
        return Optional.of(event)
                .filter(lane::hasPassed)
                .filter(passed ->
                        deliveries.find(lane.tenant(), lane.webhook(), passed).isEmpty())
                .flatMap(passed -> find(lane.tenant(), lane.recording(), passed))
                .map(LoggedEvent::type)
                .filter(type -> type.equals(EventName.DOWNLOADED.type()) && webhook.wants(type))
                .map(_ -> lane.from(event.previous()))
                .orElse(lane);
    }

    /** An event in a recording's log. */
    Optional<LoggedEvent> find(TenantId tenant, RecordingId recording, Ulid event) {
        var from = events.events(tenant, recording, Optional.of(event.previous().value()), 1);
        return from.items().stream()
                .filter(found -> found.id().equals(event.value()))
                .findFirst();
    }

    private Tally tell(Webhook webhook, Lane taken, Drafts drafts) {
        var telling = new Telling(webhook, drafts, System.nanoTime() + BUDGET.toNanos());
        for (var lane = Optional.of(taken); lane.isPresent(); ) {
            var held = lane.get();
            var page = events.events(
                    held.tenant(), held.recording(), Optional.of(held.through().value()), PAGE);
            lane = telling.tell(held, page);
        }
        return telling.tally;
    }

    /** What is told in one go. */
    private final class Telling {
        private final Webhook webhook;
        private final Drafts drafts;
        private final long end;
        private Tally tally = Tally.NOTHING;

        /** @param end in the nanoseconds of the process, after which others are let in */
        private Telling(Webhook webhook, Drafts drafts, long end) {
            this.webhook = webhook;
            this.drafts = drafts;
            this.end = end;
        }

        /** Tells of a page of events. Answers the lane if there may be more, and nothing where somebody else has it or it waits. */
        private Optional<Lane> tell(Lane held, Page<LoggedEvent> page) {
            var lane = held;
            for (var event : page.items()) {
                if (webhook.wants(event.type())) {
                    var isLast =
                            page.next().isEmpty() && event.equals(page.items().getLast());
                    var after = post(lane, event, isLast);
                    if (after.isEmpty()) {
                        return after;
                    }
                    lane = after.get();
                }
                lane = lane.from(new Ulid(event.id()));
            }
            return page.next().isPresent() ? Optional.of(lane) : leave(lane);
        }

        private Optional<Lane> post(Lane lane, LoggedEvent event, boolean isLast) {
            var body = drafts.of(lane.tenant(), event);
            if (body.isEmpty()) {
                return Optional.of(lane);
            } else if (System.nanoTime() > end) {
                putOff(lane, clock.instant());
                return Optional.empty();
            }
            var posted = posting.post(webhook, event, body.get(), lane.attempts(), Persistence.AGAIN);
            tally = tally.plus(posted.tally());
            if (posted.next().isPresent()) {
                return fail(lane, posted.next().get());
            } else if (posted.tally().disabled() > 0) {
                change(lane, held -> held.left(new Ulid(event.id())));
                return Optional.empty();
            }
            // what is left after the last one is written at once with that
            return isLast
                    ? Optional.of(lane)
                    : change(lane, held -> held.passed(new Ulid(event.id()), clock.instant()));
        }
    }

    private Optional<Lane> fail(Lane held, Instant next) {
        change(held, lane -> lane.failed(next)).ifPresent(lane -> visit(lane, next));
        return Optional.empty();
    }

    /** Leaves a lane in which nothing is left, unless somebody has come meanwhile: then there may be more. */
    private Optional<Lane> leave(Lane held) {
        return lanes.replace(held, held.left(held.through()))
                ? Optional.empty()
                : stillHeld(held).flatMap(asked -> change(asked, lane -> lane.passed(lane.through(), clock.instant())));
    }

    private Tally putOff(Lane lane, Instant next) {
        change(lane, held -> held.putOff(next)).ifPresent(held -> visit(held, next));
        return Tally.NOTHING;
    }

    /** What lies further ahead is found by the clock. */
    private void visit(Lane lane, Instant time) {
        var delay = Duration.between(clock.instant(), time);
        if (delay.compareTo(Errands.LONGEST) <= 0) {
            errands.send(Errand.Visit.of(lane), delay.isNegative() ? Duration.ZERO : delay);
        }
    }

    /** Changes a lane, whoever asks meanwhile; empty where somebody else has it by now. */
    Optional<Lane> change(Lane held, UnaryOperator<Lane> change) {
        for (var lane = Optional.of(held); lane.isPresent(); lane = stillHeld(lane.get())) {
            var changed = change.apply(lane.get());
            if (lanes.replace(lane.get(), changed)) {
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    private Optional<Lane> stillHeld(Lane held) {
        return lanes.find(held.tenant(), held.webhook(), held.recording())
                .filter(fresh -> fresh.revision() == held.revision())
                .map(held::askedAs);
    }
}
