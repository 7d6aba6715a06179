package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;
import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Page;
import io.tapedeck.webhook.Lane;
import io.tapedeck.webhook.LaneStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Keeps the lanes of a webhook beside each other, each for as long as the events are kept that it has passed. */
public final class DynamoLaneStore implements LaneStore {
    private static final String ASKED = "asked";

    private final Table table;
    private final Rows rows;
    private final Clock clock;

    public DynamoLaneStore(Table table, Rows rows, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Lane ask(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid through) {
        var fresh = row(Lane.after(through, tenant, webhook, recording));
        var key = Keys.lane(tenant, webhook, recording);
        key.keySet().forEach(fresh::remove);
        fresh.remove(ASKED);
        var set = fresh.keySet().stream()
                .map("#%1$s = if_not_exists(#%1$s, :%1$s)"::formatted)
                .collect(Collectors.joining(", ", "SET ", " ADD #asked :one"));
        var names = fresh.keySet().stream().collect(Collectors.toMap(name -> "#" + name, name -> name));
        names.put("#asked", ASKED);
        var values = new HashMap<String, AttributeValue>();
        fresh.forEach((name, value) -> values.put(":" + name, value));
        values.put(":one", number(1));
        return rows.lane(table.client()
                .updateItem(table.update(key)
                        .updateExpression(set)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .build())
                .attributes());
    }

    @Override
    public Optional<Lane> find(TenantId tenant, WebhookId webhook, RecordingId recording) {
        return table.get(Keys.lane(tenant, webhook, recording)).map(rows::lane);
    }

    @Override
    public boolean replace(Lane read, Lane changed) {
        return table.holds(table.put(row(changed))
                .conditionExpression("#revision = :revision AND #asked = :asked")
                .expressionAttributeNames(Map.of("#revision", "revision", "#asked", ASKED))
                .expressionAttributeValues(Map.of(":revision", number(read.revision()), ":asked", number(read.asked())))
                .build());
    }

    @Override
    public void remove(Lane lane) {
        table.client()
                .deleteItem(table.delete(Keys.lane(lane.tenant(), lane.webhook(), lane.recording()))
                        .build());
    }

    @Override
    public Page<Lane> list(TenantId tenant, WebhookId webhook, Optional<String> after, int limit) {
        var answer = table.client()
                .query(table.query()
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :start AND :end")
                        .expressionAttributeValues(Map.of(
                                ":pk", text(Keys.told(tenant, webhook)),
                                ":start",
                                        text(Keys.LANES
                                                + after.map(last -> last + "~").orElse("")),
                                ":end", text(Keys.LANES + "~")))
                        .limit(limit)
                        .build());
        var lanes = answer.items().stream().map(rows::lane).toList();
        return new Page<>(
                lanes,
                Optional.of(lanes)
                        .filter(_ -> answer.hasLastEvaluatedKey())
                        .map(found -> found.getLast().recording().toString()));
    }

    private Map<String, AttributeValue> row(Lane lane) {
        var row = new HashMap<>(rows.lane(lane));
        row.put(RecordingRows.TTL, Attributes.time(clock.instant().plus(EventRows.KEPT)));
        return row;
    }
}
