package io.tapedeck.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes many rows that no condition protects, 25 at a time. */
final class Batches {
    private static final int SIZE = 25;
    private static final int MAX_ATTEMPTS = 30;

    private final Table table;

    Batches(Table table) {
        this.table = table;
    }

    static WriteRequest put(Map<String, AttributeValue> row) {
        return WriteRequest.builder().putRequest(put -> put.item(row)).build();
    }

    static WriteRequest deletion(Map<String, AttributeValue> key) {
        return WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build();
    }

    /**
     * Writes them all.
     *
     * @throws IllegalStateException if the table is throttled for too long; some are written then
     */
    void write(List<WriteRequest> writes) {
        for (int start = 0; start < writes.size(); start += SIZE) {
            writeBatch(writes.subList(start, Math.min(start + SIZE, writes.size())));
        }
    }

    private void writeBatch(List<WriteRequest> batch) {
        var rest = batch;
        for (int attempt = 1; !rest.isEmpty(); attempt++) {
            if (attempt > MAX_ATTEMPTS) {
                throw new IllegalStateException("the table did not take a batch");
            }
            if (attempt > 1) {
                Backoff.pause(attempt - 1);
            }
            var items = Map.of(table.name(), rest);
            rest = table.client()
                    .batchWriteItem(request -> request.requestItems(items))
                    .unprocessedItems()
                    .getOrDefault(table.name(), List.of());
        }
    }
}
