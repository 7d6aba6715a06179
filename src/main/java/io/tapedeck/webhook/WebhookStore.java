package io.tapedeck.webhook;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import java.util.List;
import java.util.Optional;

/** Where webhooks are kept. */
public interface WebhookStore {
    /** Keeps a new one. */
    void create(Webhook webhook);

    Optional<Webhook> find(TenantId tenant, WebhookId id);

    /** All of a tenant, the oldest first. */
    List<Webhook> list(TenantId tenant);

    /**
     * Keeps a changed one.
     *
     * @param changed of the revision that was read
     * @return as it is kept; empty where somebody else changed or removed it meanwhile
     */
    Optional<Webhook> replace(Webhook changed);

    /** Whether there was one to remove. */
    boolean remove(TenantId tenant, WebhookId id);
}
