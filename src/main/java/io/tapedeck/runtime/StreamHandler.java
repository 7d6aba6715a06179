package io.tapedeck.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.arc.Arc;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jboss.logging.MDC;

/**
 * What Lambda's Java runtime calls. It keeps the request id where a native executable finds it by itself, and says when the
 * invocation has to be over.
 */
public class StreamHandler extends FunqyStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        MDC.put(Lambda.REQUEST_ID, context.getAwsRequestId());
        var deadline = Arc.container().instance(InvocationDeadline.class).get();
        deadline.begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
        try {
            super.handleRequest(input, output, context);
        } finally {
            deadline.end();
            MDC.remove(Lambda.REQUEST_ID);
        }
    }
}
