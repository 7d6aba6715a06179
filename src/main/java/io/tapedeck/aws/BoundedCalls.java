package io.tapedeck.aws;

import io.tapedeck.concurrency.Deadline;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Calls of AWS end before the invocation that makes them does, with all their attempts. */
public final class BoundedCalls implements ExecutionInterceptor {
    /** What is kept of an invocation's time to tell that a call took too long. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private final Deadline deadline;

    public BoundedCalls(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return deadline.left()
                .<SdkRequest>map(left -> bounded((AwsRequest) context.request(), left.minus(MARGIN)))
                .orElseGet(context::request);
    }

    private static AwsRequest bounded(AwsRequest request, Duration left) {
        var limit = left.compareTo(SHORTEST) > 0 ? left : SHORTEST;
        var settings = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(limit)
                .build();
        return request.toBuilder().overrideConfiguration(settings).build();
    }
}
