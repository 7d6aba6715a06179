package io.tapedeck.webhook;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.id.WireNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of telling a webhook of an event.
 *
 * @param event the event's id
 * @param type in CloudEvents' words
 * @param subject the recording's id; of what only tests a webhook, the webhook's
 * @param attempts the last ten, the latest at the end
 * @param nextAttempt when there will be another
 */
public record Delivery(
        TenantId tenant,
        WebhookId webhook,
        Ulid event,
        String type,
        String subject,
        Status status,
        List<Attempt> attempts,
        Optional<Instant> nextAttempt) {
    /** How long it is known. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_ATTEMPTS = 10;

    public Delivery {
        requireNonNull(tenant);
        requireNonNull(webhook);
        requireNonNull(event);
        requireNonNull(type);
        requireNonNull(subject);
        requireNonNull(status);
        attempts = List.copyOf(attempts);
        requireNonNull(nextAttempt);
    }

    /** Of an event that nothing is known of yet. */
    static Delivery begin(Webhook webhook, Ulid event, String type, String subject) {
        return new Delivery(
                webhook.tenant(), webhook.id(), event, type, subject, Status.FAILED, List.of(), Optional.empty());
    }

    /** After another attempt. */
    Delivery after(Attempt attempt, boolean isDelivered, Optional<Instant> next) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        var latest = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
        var status = isDelivered ? Status.DELIVERED : next.isPresent() ? Status.RETRYING : Status.FAILED;
        return new Delivery(tenant, webhook, event, type, subject, status, latest, next);
    }

    /** How it stands. */
    public enum Status {
        DELIVERED,
        /** The last attempt failed, and there will be another. */
        RETRYING,
        /** The last attempt failed, and there will be no other. */
        FAILED;

        @Override
        public String toString() {
            return WireNames.camel(this);
        }
    }

    /**
     * One request.
     *
     * @param milliseconds until it was answered, or given up
     * @param status of the answer in HTTP; absent where there was none
     * @param answer its first 256 bytes
     * @param problem why it counts as failed, as a sentence; absent where it does not
     */
    public record Attempt(
            Instant at,
            long milliseconds,
            Optional<Integer> status,
            Optional<String> answer,
            Optional<String> problem) {
        public Attempt {
            requireNonNull(at);
            requireNonNull(status);
            requireNonNull(answer);
            requireNonNull(problem);
        }
    }
}
