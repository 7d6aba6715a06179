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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Keeps the lanes of a webhook beside each other, each for as long as the events are kept that it has passed. */
public final class DynamoLaneStore implements LaneStore {
    private static final String ASKED = "asked";
    private static final String REVISION = "revision";
    private static final String UNTIL = "until";

    private final Table table;
    private final Rows rows;
    private final Clock clock;

    public DynamoLaneStore(Table table, Rows rows, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Lane> take(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid through) {
        var now = clock.instant();
        var taken = new HashMap<>(DueIndex.attributes(recording.toString(), now.plus(Lane.LEASE)));
        taken.put(UNTIL, Attributes.time(now.plus(Lane.LEASE)));
        var update = beginning(Lane.after(through, tenant, webhook, recording), REVISION)
                .set(taken)
                .count(REVISION)
                .of(table.update(Keys.lane(tenant, webhook, recording)), Map.of(":now", Attributes.time(now)))
                .conditionExpression("attribute_not_exists(#until) OR #until <= :now");
        try {
            return Optional.of(updated(update));
        } catch (ConditionalCheckFailedException held) {
            return Optional.empty();
        }
    }

    @Override
    public Lane ask(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid through) {
        return updated(beginning(Lane.after(through, tenant, webhook, recording))
                .of(table.update(Keys.lane(tenant, webhook, recording)), Map.of()));
    }

    /** Makes a lane if there is none, and notes that somebody asked, but leaves out what is said otherwise. */
    private Upsert beginning(Lane lane, String... others) {
        var attributes = row(lane);
        Keys.lane(lane.tenant(), lane.webhook(), lane.recording()).keySet().forEach(attributes::remove);
        attributes.remove(ASKED);
        List.of(others).forEach(attributes::remove);
        return new Upsert().begin(attributes).count(ASKED);
    }

    private Lane updated(UpdateItemRequest.Builder update) {
        return rows.lane(table.client()
                .updateItem(update.returnValues(ReturnValue.ALL_NEW).build())
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
