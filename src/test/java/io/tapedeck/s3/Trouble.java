package io.tapedeck.s3;

import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What can befall the writing of objects. */
public final class Trouble implements ExecutionInterceptor {
    private int refusals;
    private Predicate<String> awaited = _ -> false;
    private Runnable next = () -> {};
    private Runnable beforeCopy = () -> {};
    private Runnable afterCopy = () -> {};
    private Runnable beforeDelete = () -> {};

    /** The store says that it is unavailable, to so many requests. */
    public void refuse(int requests) {
        refusals = requests;
    }

    /** The process ends once a key like this has been written. */
    public void dieAfter(Predicate<String> key) {
        after(key, () -> {
            throw new Killed();
        });
    }

    /** Something happens just before the next object is copied. */
    public void beforeCopy(Runnable happening) {
        beforeCopy = happening;
    }

    /** Something happens just before the next object is deleted. */
    public void beforeDelete(Runnable happening) {
        beforeDelete = happening;
    }

    /** Something happens once the next object has been copied. */
    public void afterCopy(Runnable happening) {
        afterCopy = happening;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof CopyObjectRequest) {
            var happening = beforeCopy;
            beforeCopy = () -> {};
            happening.run();
        }
        if (context.request() instanceof DeleteObjectsRequest) {
            var happening = beforeDelete;
            beforeDelete = () -> {};
            happening.run();
        }
    }

    /** Something happens once a key like this has been written. */
    public void after(Predicate<String> key, Runnable happening) {
        awaited = key;
        next = happening;
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
        if (context.request() instanceof CopyObjectRequest) {
            var happening = afterCopy;
            afterCopy = () -> {};
            happening.run();
        }
        var written = written(context.request());
        if (written.filter(awaited).isPresent()) {
            awaited = _ -> false;
            next.run();
        }
    }

    /** The key; of what is written in parts with the step that was taken, such as {@code a.zip?part=1}. */
    private static Optional<String> written(SdkRequest request) {
        return switch (request) {
            case PutObjectRequest put -> Optional.of(put.key());
            case CreateMultipartUploadRequest begin -> Optional.of(begin.key() + "?begin");
            case UploadPartRequest part -> Optional.of(part.key() + "?part=" + part.partNumber());
            case CompleteMultipartUploadRequest end -> Optional.of(end.key() + "?complete");
            default -> Optional.empty();
        };
    }

    /** Nothing more is done by this process. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
