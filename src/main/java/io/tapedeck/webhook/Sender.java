package io.tapedeck.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes messages to webhooks. */
public interface Sender {
    /** How long an answer is waited for, from the first step to its end. */
    Duration PATIENCE = Duration.ofSeconds(15);

    /** Bytes of an answer that are kept. */
    int EXCERPT = 256;

    /** Why nothing may be sent to an address, as a sentence; empty where it may. Names are not looked up for that. */
    Optional<String> objection(String url);

    /** Sends a message by POST, once, and follows no redirect. */
    Sent send(String url, Map<String, String> headers, String body);

    /**
     * What came of it.
     *
     * @param status of the answer in HTTP
     * @param excerpt the answer's first 256 bytes, where there are some
     */
    record Sent(Answer answer, Optional<Integer> status, Optional<String> excerpt) {}

    /** What an answer means. */
    sealed interface Answer {
        /** It was taken: the status is one of 2xx. */
        record Accepted() implements Answer {}

        /** It was not taken, or nobody was there to take it.
         *
         * @param problem why, as a sentence
         * @param retryAfter how long to wait, where the receiver says so
         */
        record Refused(String problem, Optional<Duration> retryAfter) implements Answer {}

        /** There was no answer in time. */
        record Hung() implements Answer {}

        /** Nothing will be taken any more: the status is 410. */
        record Gone() implements Answer {}
    }
}
