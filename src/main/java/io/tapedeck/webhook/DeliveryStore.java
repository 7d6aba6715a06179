package io.tapedeck.webhook;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Page;
import java.util.Optional;

/** Where it is kept what became of deliveries, for 30 days. */
public interface DeliveryStore {
    /** Keeps one, in place of what was known before of the same event at the same webhook. */
    void put(Delivery delivery);

    Optional<Delivery> find(TenantId tenant, WebhookId webhook, Ulid event);

    /**
     * Those of a webhook, by their events the newest first.
     *
     * @param after the next of the page before
     */
    Page<Delivery> list(TenantId tenant, WebhookId webhook, Optional<String> after, int limit);
}
