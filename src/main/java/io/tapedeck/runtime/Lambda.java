package io.tapedeck.runtime;

import io.tapedeck.log.Platform;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Lambda, as its runtimes tell of the invocation under way. On one machine they tell nothing. */
record Lambda(Optional<String> functionName) implements Platform {
    /** Where the request id is kept for the thread of the invocation. */
    static final String REQUEST_ID = "AWSRequestId";

    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";
    private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=([^;]+)");

    @Override
    public Optional<String> requestId() {
        return Optional.ofNullable(MDC.get(REQUEST_ID)).map(Object::toString);
    }

    @Override
    public Optional<String> traceId() {
        return Optional.ofNullable(System.getProperty(TRACE_HEADER))
                .map(ROOT::matcher)
                .filter(root -> root.find())
                .map(root -> root.group(1));
    }
}
