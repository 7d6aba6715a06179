package io.tapedeck.webhook;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import java.util.Optional;

/** What the messages to each webhook are signed with, in the place of secrets. */
public final class SigningKeys {
    private final SecretStore store;

    public SigningKeys(SecretStore store) {
        this.store = store;
    }

    void put(TenantId tenant, WebhookId webhook, WebhookSecrets secrets) {
        store.put(SecretName.webhook(tenant, webhook), secrets.text());
    }

    /** Empty where the webhook is being removed. */
    Optional<WebhookSecrets> find(TenantId tenant, WebhookId webhook) {
        return store.find(SecretName.webhook(tenant, webhook)).map(WebhookSecrets::parse);
    }

    void delete(TenantId tenant, WebhookId webhook) {
        store.delete(SecretName.webhook(tenant, webhook));
    }
}
