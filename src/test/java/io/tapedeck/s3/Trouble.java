package io.tapedeck.s3;

import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** What can befall the writing of objects. */
public final class Trouble implements ExecutionInterceptor {
    private int refusals;
    private Optional<Predicate<String>> fatal = Optional.empty();

    /** The store says that it is unavailable, to so many requests. */
    public void refuse(int requests) {
        refusals = requests;
    }

    /** The process ends once a key like this has been written. */
    public void dieAfter(Predicate<String> key) {
        fatal = Optional.of(key);
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.request() instanceof PutObjectRequest && refusals > 0) {
            refusals--;
            return context.httpResponse().toBuilder().statusCode(503).build();
        }
        return context.httpResponse();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (fatal.filter(key -> isWritten(context.request(), key)).isPresent()) {
            fatal = Optional.empty();
            throw new Killed();
        }
    }

    private static boolean isWritten(SdkRequest request, Predicate<String> key) {
        return request instanceof PutObjectRequest put && key.test(put.key());
    }

    /** Nothing more is done by this process. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
