package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.access.ApiKey;
import io.tapedeck.access.KeyStore;
import io.tapedeck.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps API keys under their ids, and lists them by the index that lists recordings too. */
public final class DynamoKeyStore implements KeyStore {
    private static final Duration USE_NOTED_FOR = Duration.ofMinutes(5);
    private static final String LISTED = "keys";

    private final Table table;
    private final Rows rows;

    public DynamoKeyStore(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public void put(ApiKey key) {
        var row = rows.key(key);
        row.put(RecordingIndex.LISTING.key(), text(RecordingIndex.LISTING.partition(key.tenant(), LISTED)));
        table.client().putItem(table.put(row).build());
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return table.get(Keys.apiKey(id)).map(rows::key);
    }

    @Override
    public List<ApiKey> list(TenantId tenant) {
        var partition = RecordingIndex.LISTING.partition(tenant, LISTED);
        return table
                .all(table.query()
                        .indexName(RecordingIndex.LISTING.index())
                        .keyConditionExpression("#partition = :partition")
                        .expressionAttributeNames(Map.of("#partition", RecordingIndex.LISTING.key()))
                        .expressionAttributeValues(Map.of(":partition", text(partition)))
                        .build())
                .stream()
                .map(rows::key)
                .toList();
    }

    @Override
    public Removal remove(TenantId tenant, String id) {
        var removed = table.holds(table.delete(Keys.apiKey(id))
                .conditionExpression("tenant = :tenant")
                .expressionAttributeValues(Map.of(":tenant", text(tenant)))
                .build());
        return removed ? Removal.REMOVED : Removal.UNKNOWN;
    }

    @Override
    public void used(ApiKey key, Instant now) {
        var noted = now.minus(USE_NOTED_FOR);
        if (key.lastUsed().filter(last -> last.isAfter(noted)).isEmpty()) {
            table.holds(table.update(Keys.apiKey(key.id()))
                    .updateExpression("SET lastUsed = :now")
                    .conditionExpression(
                            "attribute_exists(pk) AND (attribute_not_exists(lastUsed) OR lastUsed <= :noted)")
                    .expressionAttributeValues(Map.of(":now", time(now), ":noted", time(noted)))
                    .build());
        }
    }
}
