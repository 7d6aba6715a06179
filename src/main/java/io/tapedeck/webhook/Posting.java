package io.tapedeck.webhook;

import io.tapedeck.id.Seconds;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.webhook.Delivery.Attempt;
import io.tapedeck.webhook.Sender.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/** Makes one attempt to tell a webhook of an event, and keeps what came of it. */
public final class Posting {
    private static final Logger LOG = System.getLogger(Posting.class.getName());

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final SigningKeys keys;
    private final Sender sender;
    private final Messages messages;
    private final RetrySchedule schedule;
    private final Clock clock;

    public Posting(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            SigningKeys keys,
            Sender sender,
            Messages messages,
            RetrySchedule schedule,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.keys = keys;
        this.sender = sender;
        this.messages = messages;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** How often it is to be tried. */
    enum Persistence {
        ONCE,
        AGAIN
    }

    /**
     * What came of it.
     *
     * @param next when to try again; absent where there is nothing more to do for the event
     */
    record Posted(Tally tally, Optional<Instant> next) {}

    /**
     * Tells of an event.
     *
     * @param body the message
     * @param failures how many attempts at it have failed before
     */
    Posted post(Webhook webhook, LoggedEvent event, String body, int failures, Persistence persistence) {
        var tried = attempt(webhook, event, body);
        var after = noteHealth(webhook, tried.answer());
        var next = after.filter(Webhook::isActive)
                .filter(_ -> persistence == Persistence.AGAIN)
                .flatMap(_ -> next(tried.answer(), failures + 1));
        var isFirst = failures == 0 && persistence == Persistence.AGAIN;
        deliveries.put(known(webhook, event, isFirst).after(tried.attempt(), tried.isAccepted(), next));
        var isDisabled = after.filter(now -> !now.isActive()).isPresent() && webhook.isActive();
        var tally = new Tally(tried.isAccepted() ? 1 : 0, tried.isAccepted() ? 0 : 1, isDisabled ? 1 : 0);
        return new Posted(tally, next);
    }

    /** What is known of the attempts before, of which a first one has none. */
    private Delivery known(Webhook webhook, LoggedEvent event, boolean isFirst) {
        return Optional.of(event.id())
                .filter(_ -> !isFirst)
                .flatMap(id -> deliveries.find(webhook.tenant(), webhook.id(), new Ulid(id)))
                .orElseGet(() -> begin(webhook, event));
    }

    /** Tells of an event that only tests the webhook, whatever state that is in, and leaves it in that state. */
    Delivery test(Webhook webhook, LoggedEvent event) {
        var tried = attempt(webhook, event, messages.of(event));
        var delivery = begin(webhook, event).after(tried.attempt(), tried.isAccepted(), Optional.empty());
        deliveries.put(delivery);
        return delivery;
    }

    private static Delivery begin(Webhook webhook, LoggedEvent event) {
        return Delivery.begin(webhook, new Ulid(event.id()), event.type(), event.subject());
    }

    private Optional<Instant> next(Answer answer, int made) {
        var now = clock.instant();
        return switch (answer) {
            case Answer.Accepted _, Answer.Gone _ -> Optional.empty();
            case Answer.Hung _ -> schedule.next(made, now, Optional.empty());
            case Answer.Refused refused -> schedule.next(made, now, refused.retryAfter());
        };
    }

    private Tried attempt(Webhook webhook, LoggedEvent event, String body) {
        var start = clock.instant();
        var sent = keys.find(webhook.tenant(), webhook.id())
                .map(secrets -> {
                    var headers = new HashMap<>(secrets.headers(event.id(), start, body));
                    headers.put("content-type", "application/cloudevents+json; charset=utf-8");
                    return sender.send(webhook.terms().url(), headers, body);
                })
                .orElseGet(() -> new Sender.Sent(
                        new Answer.Refused("The webhook is being deleted.", Optional.empty()),
                        Optional.empty(),
                        Optional.empty()));
        var time = Duration.between(start, clock.instant()).toMillis();
        var attempt = new Attempt(Seconds.of(start), time, sent.status(), sent.excerpt(), problem(sent.answer()));
        return new Tried(attempt, sent.answer());
    }

    private static Optional<String> problem(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> Optional.empty();
            case Answer.Refused refused -> Optional.of(refused.problem());
            case Answer.Hung _ ->
                Optional.of("There was no whole answer within %d seconds.".formatted(Sender.PATIENCE.toSeconds()));
            case Answer.Gone _ -> Optional.of("The webhook answers that it is gone for good.");
        };
    }

    /** As it is after an attempt; empty where it is deleted. It matters little if others keep changing it meanwhile. */
    private Optional<Webhook> noteHealth(Webhook webhook, Answer answer) {
        var after = webhook.after(answer, Seconds.now(clock));
        if (after.equals(webhook)) {
            return Optional.of(webhook);
        }
        var kept = webhooks.replace(after)
                .or(() -> webhooks.find(webhook.tenant(), webhook.id())
                        .flatMap(fresh -> webhooks.replace(fresh.after(answer, Seconds.now(clock)))));
        kept.filter(now -> webhook.isActive() && !now.isActive()).ifPresent(Posting::tellOperator);
        return kept.or(() -> webhooks.find(webhook.tenant(), webhook.id()));
    }

    private static void tellOperator(Webhook webhook) {
        LOG.log(
                Level.WARNING,
                "{0} of {1} is told of no more events: {2}",
                webhook.id(),
                webhook.tenant(),
                webhook.state());
    }

    private record Tried(Attempt attempt, Answer answer) {
        boolean isAccepted() {
            return answer instanceof Answer.Accepted;
        }
    }
}
