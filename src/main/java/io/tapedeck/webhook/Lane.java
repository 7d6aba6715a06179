package io.tapedeck.webhook;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a webhook has been told of a recording's events. Whoever tells it of the next one takes the lane before, so that there is one
 * at a time and they go out in their order; whoever comes meanwhile leaves word that there is more.
 *
 * @param through the last event that was dealt with; those after it in the recording's log are to come
 * @param attempts how many have failed at the event after that
 * @param until before which nobody takes it: it is taken, or the next attempt is not due
 * @param asked how often somebody came since there is more
 * @param revision grows with each change but that
 */
public record Lane(
        TenantId tenant,
        WebhookId webhook,
        RecordingId recording,
        Ulid through,
        int attempts,
        Optional<Instant> until,
        long asked,
        long revision) {
    /** How long it is taken for. An attempt and what must be written of it take less. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    public Lane {
        requireNonNull(tenant);
        requireNonNull(webhook);
        requireNonNull(recording);
        requireNonNull(through);
        requireNonNull(until);
    }

    /** One in which everything after an event is to come. */
    public static Lane after(Ulid through, TenantId tenant, WebhookId webhook, RecordingId recording) {
        return new Lane(tenant, webhook, recording, through, 0, Optional.empty(), 0, 0);
    }

    boolean isFree(Instant now) {
        return until.filter(now::isBefore).isEmpty();
    }

    boolean hasPassed(Ulid event) {
        return event.compareTo(through) <= 0;
    }

    Lane taken(Instant now) {
        return changed(through, attempts, Optional.of(now.plus(LEASE)));
    }

    /** The same, looked at from another event on; nobody is told of that before it is changed. */
    Lane from(Ulid event) {
        return new Lane(tenant, webhook, recording, event, attempts, until, asked, revision);
    }

    /** Past an event, and still taken. */
    Lane passed(Ulid event, Instant now) {
        return changed(event, 0, Optional.of(now.plus(LEASE)));
    }

    /** Nothing is left in it. */
    Lane left(Ulid last) {
        return changed(last, 0, Optional.empty());
    }

    /** An attempt failed, and another one is due then. */
    Lane failed(Instant next) {
        return changed(through, attempts + 1, Optional.of(next));
    }

    /** Nobody is told before then, which is no attempt. */
    Lane putOff(Instant next) {
        return changed(through, attempts, Optional.of(next));
    }

    /** Everything after an event is to come again, at once. */
    Lane rewound(Ulid event, Instant now) {
        return changed(hasPassed(event) ? event : through, 0, Optional.of(now));
    }

    /** With as many who asked as there are now. */
    Lane askedAs(Lane fresh) {
        return new Lane(tenant, webhook, recording, through, attempts, until, fresh.asked, revision);
    }

    private Lane changed(Ulid event, int failures, Optional<Instant> time) {
        return new Lane(tenant, webhook, recording, event, failures, time, asked, revision + 1);
    }
}
