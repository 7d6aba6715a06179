package io.tapedeck.dynamodb;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Counts the requests that a client makes, and the rows that the table reads for them. */
final class RequestCount implements ExecutionInterceptor {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        requests.incrementAndGet();
        switch (context.response()) {
            case QueryResponse query -> rows.addAndGet(query.scannedCount());
            case ScanResponse scan -> rows.addAndGet(scan.scannedCount());
            default -> {}
        }
    }

    long requests() {
        return requests.get();
    }

    /** Rows that queries and scans went through, whether or not they answered them. */
    long rows() {
        return rows.get();
    }
}
