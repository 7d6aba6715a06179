package io.tapedeck.dynamodb;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Counts the requests that a client makes, and the read request units that DynamoDB bills for them. */
final class RequestCount implements ExecutionInterceptor {
    private final AtomicLong requests = new AtomicLong();
    private final DoubleAdder units = new DoubleAdder();

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get -> get.copy(copy -> copy.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            case QueryRequest query -> query.copy(copy -> copy.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            case ScanRequest scan -> scan.copy(copy -> copy.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        requests.incrementAndGet();
        switch (context.response()) {
            case GetItemResponse get -> add(get.consumedCapacity());
            case QueryResponse query -> add(query.consumedCapacity());
            case ScanResponse scan -> add(scan.consumedCapacity());
            default -> {}
        }
    }

    long requests() {
        return requests.get();
    }

    double units() {
        return units.sum();
    }

    private void add(ConsumedCapacity capacity) {
        units.add(capacity.capacityUnits());
    }
}
