package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Takes an idempotency key by one conditional put, which tells of the earlier holder where it fails. A holder that has
 * not answered when its lease ends is taken for dead. An answer may have some 300 KB: DynamoDB's items end at 400.
 */
public final class DynamoIdempotencyStore implements IdempotencyStore {
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String REQUEST = "request";
    private static final String SEED = "seed";
    private static final String LEASE_END = "leaseEnd";
    private static final String REPLY = "reply";

    private final Table table;

    public DynamoIdempotencyStore(Table table) {
        this.table = table;
    }

    @Override
    public Claim claim(TenantId tenant, String key, String request, Ulid seed, Instant now, Instant leaseEnd) {
        var row = new HashMap<>(Keys.idempotency(tenant, key));
        row.put(REQUEST, text(request));
        row.put(SEED, text(seed));
        row.put(LEASE_END, time(leaseEnd));
        row.put(RecordingRows.TTL, time(now.plus(KEPT)));
        try {
            table.client()
                    .putItem(table.put(row)
                            .conditionExpression("attribute_not_exists(pk) OR #ttl <= :now")
                            .expressionAttributeNames(Map.of("#ttl", RecordingRows.TTL))
                            .expressionAttributeValues(Map.of(":now", time(now)))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build());
            return new Claim.Claimed(seed);
        } catch (ConditionalCheckFailedException e) {
            return claim(tenant, key, row, e.item(), now);
        }
    }

    @Override
    public void complete(TenantId tenant, String key, byte[] reply) {
        table.holds(table.update(Keys.idempotency(tenant, key))
                .updateExpression("SET reply = if_not_exists(reply, :reply)")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":reply", AttributeValue.fromB(SdkBytes.fromByteArray(reply))))
                .build());
    }

    @Override
    public void complete(TenantId tenant, String key, byte[] reply, Instant until) {
        table.holds(table.update(Keys.idempotency(tenant, key))
                .updateExpression("SET reply = :reply, #ttl = :until")
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(reply)")
                .expressionAttributeNames(Map.of("#ttl", RecordingRows.TTL))
                .expressionAttributeValues(
                        Map.of(":reply", AttributeValue.fromB(SdkBytes.fromByteArray(reply)), ":until", time(until)))
                .build());
    }

    @Override
    public void release(TenantId tenant, String key) {
        table.holds(table.delete(Keys.idempotency(tenant, key))
                .conditionExpression("attribute_not_exists(reply)")
                .build());
    }

    private Claim claim(
            TenantId tenant,
            String key,
            Map<String, AttributeValue> wanted,
            Map<String, AttributeValue> held,
            Instant now) {
        if (!held.get(REQUEST).equals(wanted.get(REQUEST))) {
            return new Claim.OtherRequest();
        }
        if (held.containsKey(REPLY)) {
            return new Claim.Answered(held.get(REPLY).b().asByteArray());
        }
        if (held.get(SEED).equals(wanted.get(SEED))) {
            // its own earlier attempt, whose answer was lost
            return new Claim.Claimed(new Ulid(held.get(SEED).s()));
        }
        return !time(held.get(LEASE_END)).isAfter(now)
                ? succeed(tenant, key, held, wanted.get(LEASE_END))
                : new Claim.InProgress();
    }

    private Claim succeed(TenantId tenant, String key, Map<String, AttributeValue> held, AttributeValue leaseEnd) {
        var succeeded = table.holds(table.update(Keys.idempotency(tenant, key))
                .updateExpression("SET leaseEnd = :end")
                .conditionExpression("seed = :seed AND leaseEnd = :held AND attribute_not_exists(reply)")
                .expressionAttributeValues(
                        Map.of(":end", leaseEnd, ":seed", held.get(SEED), ":held", held.get(LEASE_END)))
                .build());
        return succeeded ? new Claim.Claimed(new Ulid(held.get(SEED).s())) : new Claim.InProgress();
    }
}
