package io.tapedeck.dynamodb;

import io.tapedeck.concurrency.Backoff;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes many rows that no condition protects, 25 at a time. */
final class Batches {
    private static final int SIZE = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
     * @throws ProblemException too-many-requests if the table is throttled for too long; some are written then
     */
    void write(List<WriteRequest> writes) {
        for (int start = 0; start < writes.size(); start += SIZE) {
            writeBatch(writes.subList(start, Math.min(start + SIZE, writes.size())));
        }
    }

    private void writeBatch(List<WriteRequest> batch) {
        var backoff = new Backoff(table.deadline().within(PATIENCE));
        var rest = attempt(batch);
        while (!rest.isEmpty()) {
            if (!backoff.pause()) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS, "The database is too busy at the moment; try again.");
            }
            rest = attempt(rest);
        }
    }

    /** Answers those that were not written. */
    private List<WriteRequest> attempt(List<WriteRequest> batch) {
        var items = Map.of(table.name(), batch);
        return table.client()
                .batchWriteItem(request -> request.requestItems(items))
                .unprocessedItems()
                .getOrDefault(table.name(), List.of());
    }
}
