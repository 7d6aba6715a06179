package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Page;
import io.tapedeck.webhook.Delivery;
import io.tapedeck.webhook.DeliveryStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what became of deliveries with the webhook that they went to. The position of a page is the id of the event before it. */
public final class DynamoDeliveryStore implements DeliveryStore {
    private final Table table;
    private final Rows rows;
    private final Clock clock;

    public DynamoDeliveryStore(Table table, Rows rows, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void put(Delivery delivery) {
        var row = new HashMap<>(rows.delivery(delivery));
        row.put(RecordingRows.TTL, Attributes.time(clock.instant().plus(Delivery.KEPT)));
        table.client().putItem(table.put(row).build());
    }

    @Override
    public Optional<Delivery> find(TenantId tenant, WebhookId webhook, Ulid event) {
        return table.get(Keys.delivery(tenant, webhook, event)).map(rows::delivery);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the position is none
     */
    @Override
    public Page<Delivery> list(TenantId tenant, WebhookId webhook, Optional<String> after, int limit) {
        var found = table
                .client()
                .queryPaginator(table.query()
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :start AND :end")
                        .filterExpression("#ttl > :now")
                        .expressionAttributeNames(Map.of("#ttl", RecordingRows.TTL))
                        .expressionAttributeValues(Map.of(
                                ":pk", text(Keys.told(tenant, webhook)),
                                ":start", text(Keys.DELIVERIES),
                                ":end",
                                        text(Keys.DELIVERIES
                                                + after.map(DynamoDeliveryStore::before)
                                                        .orElse("~")),
                                ":now", Attributes.time(Seconds.now(clock))))
                        .limit(limit + 1)
                        .build())
                .items()
                .stream()
                .map(rows::delivery);
        return Pages.of(found, limit, delivery -> delivery.event().value());
    }

    private static String before(String position) {
        return Ulid.parse(position)
                .orElseThrow(() -> new IllegalArgumentException("no position in a list of deliveries"))
                .previous()
                .value();
    }
}
