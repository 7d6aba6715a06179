package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.webhook.Webhook.Terms;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a tenant's webhooks are, and what their owner does with them. */
public final class Webhooks {
    /** A tenant has that many at most. */
    public static final int MOST = 100;

    private static final int MOST_TRIES = 10;

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final SigningKeys keys;
    private final Errands errands;
    private final SecureRandom random;
    private final Clock clock;

    public Webhooks(
            WebhookStore store,
            DeliveryStore deliveries,
            SigningKeys keys,
            Errands errands,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.keys = keys;
        this.errands = errands;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A webhook whose secret is shown.
     *
     * @param secret {@code whsec_} and base64
     */
    public record Shown(Webhook webhook, String secret) {}

    public List<Webhook> list(TenantId tenant) {
        return store.list(tenant);
    }

    /** @throws ProblemException not-found */
    public Webhook find(TenantId tenant, WebhookId id) {
        return store.find(tenant, id).orElseThrow(Webhooks::notFound);
    }

    /**
     * Makes one.
     *
     * @throws ProblemException conflict if there are too many
     */
    public Shown create(TenantId tenant, WebhookId id, Terms terms) {
        if (store.list(tenant).size() >= MOST) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "There are %d webhooks, and no more are possible; delete one first.".formatted(MOST));
        }
        var secret = WebhookSecret.of(random);
        keys.put(tenant, id, WebhookSecrets.of(secret));
        var webhook = Webhook.create(tenant, id, terms, secret.publicKey(), Seconds.now(clock));
        store.create(webhook);
        return new Shown(webhook, secret.shared());
    }

    /**
     * Changes one, whatever else changes it.
     *
     * @throws ProblemException not-found; too-many-requests where others were in the way all the time
     */
    public Webhook change(TenantId tenant, WebhookId id, UnaryOperator<Webhook> change) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var kept = store.replace(change.apply(find(tenant, id)));
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "Others are changing this webhook at the same time; try again in a moment.");
    }

    /**
     * Gives one another secret. What is sent within a day is signed with the old one too.
     *
     * @throws ProblemException not-found
     */
    public Shown rotate(TenantId tenant, WebhookId id) {
        find(tenant, id);
        var secret = WebhookSecret.of(random);
        var before = keys.find(tenant, id).orElseThrow(Webhooks::notFound);
        keys.put(tenant, id, before.rotated(secret, Seconds.now(clock)));
        return new Shown(change(tenant, id, webhook -> webhook.verifiedBy(secret.publicKey())), secret.shared());
    }

    /** @throws ProblemException not-found */
    public void delete(TenantId tenant, WebhookId id) {
        if (!store.remove(tenant, id)) {
            throw notFound();
        }
        keys.delete(tenant, id);
    }

    /**
     * Has an event sent again that was sent before.
     *
     * @throws ProblemException not-found if it was not, or more than 30 days ago; conflict if nobody is to be told
     */
    public void resend(TenantId tenant, WebhookId id, Ulid event) {
        requireActive(tenant, id);
        var delivery = deliveries
                .find(tenant, id, event)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "This event was not sent to this webhook within the last 30 days."));
        var recording = RecordingId.parse(delivery.subject())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT, "This event only tested the webhook; test it again instead."));
        errands.send(new Errand.Resend(tenant, id, recording, event), Duration.ZERO);
    }

    /**
     * Has all events sent again since a time, those included that were not sent because nobody was to be told.
     *
     * @throws ProblemException not-found; conflict if nobody is to be told now
     */
    public void replay(TenantId tenant, WebhookId id, Instant since) {
        requireActive(tenant, id);
        errands.send(new Errand.Replay(tenant, id, Ulid.first(since).previous(), Optional.empty()), Duration.ZERO);
    }

    private void requireActive(TenantId tenant, WebhookId id) {
        if (!find(tenant, id).isActive()) {
            throw new ProblemException(ProblemType.CONFLICT, "The webhook is told of nothing; make it active first.");
        }
    }

    /** What a webhook's id that is none, or another tenant's, is answered. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "This webhook does not exist.");
    }
}
