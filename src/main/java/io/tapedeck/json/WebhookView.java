package io.tapedeck.json;

import io.tapedeck.id.WebhookId;
import io.tapedeck.id.WireNames;
import io.tapedeck.recording.EventName;
import io.tapedeck.webhook.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Webhook as the HTTP contract writes it.
 *
 * @param secret only in the answers that make one
 * @param disabled why it is told of nothing
 */
public record WebhookView(
        WebhookId id,
        String url,
        List<EventName> events,
        Optional<String> description,
        Optional<String> secret,
        String publicKey,
        Instant created,
        Status status,
        Optional<Webhook.State> disabled,
        Optional<Instant> failingSince) {
    /** Whether it is told of events. */
    public enum Status {
        ACTIVE,
        DISABLED;

        @Override
        public String toString() {
            return WireNames.camel(this);
        }
    }

    /** Without its secret. */
    public static WebhookView of(Webhook webhook) {
        return of(webhook, Optional.empty());
    }

    public static WebhookView of(Webhook webhook, Optional<String> secret) {
        var terms = webhook.terms();
        return new WebhookView(
                webhook.id(),
                terms.url(),
                terms.events(),
                terms.description(),
                secret,
                webhook.publicKey(),
                webhook.created(),
                webhook.isActive() ? Status.ACTIVE : Status.DISABLED,
                Optional.of(webhook.state()).filter(_ -> !webhook.isActive()),
                webhook.health().failingSince());
    }
}
