package io.tapedeck.log;

import java.util.Optional;

/** What runs the functions, as far as their log tells of it. On one machine there is nothing to tell. */
public interface Platform {
    /** The name under which the function is deployed. */
    Optional<String> functionName();

    /** The id of the invocation under way. */
    Optional<String> requestId();

    /** The id of the trace that the invocation under way belongs to. */
    Optional<String> traceId();
}
