package io.tapedeck.dynamodb;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.webhook.Webhook;
import io.tapedeck.webhook.WebhookStore;
import java.util.List;
import java.util.Optional;

/** Keeps a tenant's webhooks beside each other. */
public final class DynamoWebhookStore implements WebhookStore {
    private final Table table;
    private final Rows rows;

    public DynamoWebhookStore(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public void create(Webhook webhook) {
        table.client()
                .putItem(table.put(rows.webhook(webhook))
                        .conditionExpression("attribute_not_exists(pk)")
                        .build());
    }

    @Override
    public Optional<Webhook> find(TenantId tenant, WebhookId id) {
        return table.get(Keys.webhook(tenant, id)).map(rows::webhook);
    }

    @Override
    public List<Webhook> list(TenantId tenant) {
        return table.rows(Keys.webhooks(tenant), Keys.HOOKS).stream()
                .map(rows::webhook)
                .toList();
    }

    @Override
    public Optional<Webhook> replace(Webhook changed) {
        var revised = changed.revised();
        var isWritten = table.replaces(rows.webhook(revised), changed.revision());
        return isWritten ? Optional.of(revised) : Optional.empty();
    }

    @Override
    public boolean remove(TenantId tenant, WebhookId id) {
        return table.holds(table.delete(Keys.webhook(tenant, id))
                .conditionExpression("attribute_exists(pk)")
                .build());
    }
}
