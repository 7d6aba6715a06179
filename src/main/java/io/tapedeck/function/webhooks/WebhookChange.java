package io.tapedeck.function.webhooks;

import static java.util.Objects.requireNonNull;

import io.tapedeck.json.WebhookView.Status;
import io.tapedeck.recording.EventName;
import io.tapedeck.webhook.Webhook;
import io.tapedeck.webhook.Webhook.State;
import io.tapedeck.webhook.Webhook.Terms;
import java.util.List;
import java.util.Optional;

/**
 * What is to be otherwise of a webhook; what is absent stays.
 *
 * @param events empty for all
 * @param description empty for none
 */
record WebhookChange(
        Optional<String> url,
        Optional<List<EventName>> events,
        Optional<Optional<String>> description,
        Optional<Status> status) {
    WebhookChange {
        requireNonNull(url);
        requireNonNull(events);
        requireNonNull(description);
        requireNonNull(status);
    }

    Webhook applyTo(Webhook webhook) {
        var before = webhook.terms();
        var terms = new Terms(
                url.orElse(before.url()), events.orElse(before.events()), description.orElse(before.description()));
        return webhook.with(terms).with(state(webhook));
    }

    /** Whoever is told of nothing already keeps the reason for that. */
    private State state(Webhook webhook) {
        return status.map(wanted -> switch (wanted) {
                    case ACTIVE -> State.ACTIVE;
                    case DISABLED -> webhook.isActive() ? State.DISABLED : webhook.state();
                })
                .orElse(webhook.state());
    }
}
