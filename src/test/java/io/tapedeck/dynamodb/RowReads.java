package io.tapedeck.dynamodb;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Notes which rows a client reads by their keys. */
public final class RowReads implements ExecutionInterceptor {
    private final List<String> sortKeys = new CopyOnWriteArrayList<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof GetItemRequest get) {
            sortKeys.add(get.key().get("sk").s());
        }
    }

    /** Forgets what was read so far. */
    public void clear() {
        sortKeys.clear();
    }

    /** How often anything was read. */
    public long all() {
        return sortKeys.size();
    }

    /** How often recordings were read. */
    public long ofRecordings() {
        return sortKeys.stream().filter("recording"::equals).count();
    }

    /** How often jobs were read. */
    public long ofJobs() {
        return sortKeys.stream().filter(key -> key.startsWith(Keys.JOBS)).count();
    }
}
