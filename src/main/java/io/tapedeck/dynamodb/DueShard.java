package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is due in a shard, in the order of time, read as it is needed. */
final class DueShard {
    private static final int PAGE = 250;

    private final Iterator<Map<String, AttributeValue>> rows;
    private Map<String, AttributeValue> head;

    private DueShard(Iterator<Map<String, AttributeValue>> rows) {
        this.rows = rows;
        advance();
    }

    /** Reads the first page of a shard. */
    static DueShard read(Table table, String partition, Instant now) {
        var query = table.query()
                .indexName(DueIndex.NAME)
                .keyConditionExpression("dueKey = :partition AND dueAt < :end")
                .projectionExpression("pk, sk, tenant, recording, id, dueAt")
                .expressionAttributeValues(
                        Map.of(":partition", text(partition), ":end", text(DueIndex.time(now.plusSeconds(1)))))
                .limit(PAGE)
                .build();
        return new DueShard(table.client().queryPaginator(query).items().iterator());
    }

    boolean hasNext() {
        return head != null;
    }

    /** When the next row came due. */
    String time() {
        return head.get(DueIndex.TIME).s();
    }

    Map<String, AttributeValue> next() {
        var next = head;
        advance();
        return next;
    }

    private void advance() {
        head = rows.hasNext() ? rows.next() : null;
    }
}
