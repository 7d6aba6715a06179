package io.tapedeck.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The transactions that a client writes, to be written once more to another table. */
final class RecordedWrites implements ExecutionInterceptor {
    private final List<TransactWriteItemsRequest> requests = new ArrayList<>();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest request) {
            requests.add(request);
        }
    }

    /** Writes those that came since the last time, and gives the milliseconds that one takes at the mean. */
    double replay(Table table) {
        var again = requests.stream().map(request -> to(table.name(), request)).toList();
        requests.clear();
        var start = System.nanoTime();
        again.forEach(table.client()::transactWriteItems);
        return (System.nanoTime() - start) / 1e6 / again.size();
    }

    private static TransactWriteItemsRequest to(String table, TransactWriteItemsRequest request) {
        var items =
                request.transactItems().stream().map(item -> to(table, item)).toList();
        return request.copy(copy ->
                copy.transactItems(items).clientRequestToken(UUID.randomUUID().toString()));
    }

    private static TransactWriteItem to(String table, TransactWriteItem item) {
        return item.update() == null
                ? item.copy(copy -> copy.put(item.put().copy(put -> put.tableName(table))))
                : item.copy(copy -> copy.update(item.update().copy(update -> update.tableName(table))));
    }
}
