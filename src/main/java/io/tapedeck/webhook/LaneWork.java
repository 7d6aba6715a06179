package io.tapedeck.webhook;

import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.webhook.Posting.Persistence;
import io.tapedeck.webhook.Posting.Posted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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
    private final EventStore events;
    private final Posting posting;
    private final Errands errands;
    private final Clock clock;
    private final Map<WebhookId, Semaphore> places = new ConcurrentHashMap<>();

    public LaneWork(
            LaneStore lanes, WebhookStore webhooks, EventStore events, Posting posting, Errands errands, Clock clock) {
        this.lanes = lanes;
        this.webhooks = webhooks;
        this.events = events;
        this.posting = posting;
        this.errands = errands;
        this.clock = clock;
    }

    /** Does what is to be done in a lane, if it is time and nobody does it. */
    Tally work(Webhook webhook, Lane lane) {
        var now = clock.instant();
        if (!lane.isFree(now)) {
            return Tally.NOTHING;
        }
        var place = places.computeIfAbsent(webhook.id(), _ -> new Semaphore(SIDE_BY_SIDE));
        if (!place.tryAcquire()) {
            return putOff(lane, now.plus(PAUSE));
        }
        try {
            return mayBeTried(webhook, now)
                    ? take(webhook, lane, now)
                    : putOff(lane, webhook.health().restsUntil().orElse(now).plus(PAUSE));
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

    private Tally take(Webhook webhook, Lane lane, Instant now) {
        var taken = lane.taken(now);
        return lanes.replace(lane, taken) ? tell(webhook, taken) : Tally.NOTHING;
    }

    private Tally tell(Webhook webhook, Lane taken) {
        var end = System.nanoTime() + BUDGET.toNanos();
        var tally = Tally.NOTHING;
        for (var lane = Optional.of(taken); lane.isPresent(); ) {
            var held = lane.get();
            var next = next(webhook, held);
            if (next.event().isEmpty()) {
                lane = leave(held, next.last());
            } else if (System.nanoTime() > end) {
                return tally.plus(putOff(held, clock.instant()));
            } else {
                var event = next.event().get();
                var posted = posting.post(webhook, event, held.attempts(), Persistence.AGAIN);
                tally = tally.plus(posted.tally());
                lane = posted.isOver() ? pass(held, event, posted) : fail(held, posted);
            }
        }
        return tally;
    }

    private Optional<Lane> pass(Lane held, LoggedEvent event, Posted posted) {
        var passed = change(held, lane -> lane.passed(new Ulid(event.id()), clock.instant()));
        return posted.tally().disabled() > 0 ? passed.flatMap(lane -> leave(lane, lane.through())) : passed;
    }

    private Optional<Lane> fail(Lane held, Posted posted) {
        var next = posted.next().orElseThrow();
        change(held, lane -> lane.failed(next)).ifPresent(lane -> visit(lane, next));
        return Optional.empty();
    }

    /** Leaves a lane in which nothing is left, unless somebody has come meanwhile: then there may be more. */
    private Optional<Lane> leave(Lane held, Ulid last) {
        if (lanes.replace(held, held.left(last))) {
            return Optional.empty();
        }
        return stillHeld(held);
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

    private Next next(Webhook webhook, Lane lane) {
        var last = lane.through();
        var position = Optional.of(last.value());
        do {
            var page = events.events(lane.tenant(), lane.recording(), position, PAGE);
            for (var event : page.items()) {
                if (webhook.wants(event.type())) {
                    return new Next(Optional.of(event), last);
                }
                last = new Ulid(event.id());
            }
            position = page.next();
        } while (position.isPresent());
        return new Next(Optional.empty(), last);
    }

    /**
     * What is to come in a lane.
     *
     * @param event the first that the webhook wants
     * @param last before it that it does not want
     */
    private record Next(Optional<LoggedEvent> event, Ulid last) {}
}
