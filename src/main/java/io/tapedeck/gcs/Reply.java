package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tapedeck.rest.RestAnswer;
import java.io.IOException;
import java.util.Optional;

/**
 * An answer that was read whole.
 *
 * @param head for its headers; it is closed
 * @param text its body
 */
record Reply(RestAnswer head, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    static Reply read(RestAnswer answer) throws IOException {
        try (answer) {
            return new Reply(answer, new String(answer.bytes(), UTF_8));
        }
    }

    int status() {
        return head.status();
    }

    boolean isSuccessful() {
        return head.isSuccessful();
    }

    Optional<String> header(String name) {
        return head.header(name);
    }

    /** The body as JSON; missing where it is none. */
    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    /** Why there is no success, in Google's words. */
    String message() {
        return json().at("/error/message").asText(text);
    }

    /** Why there is no success, as one word; empty for none. */
    String reason() {
        return json().at("/error/errors/0/reason").asText();
    }

    @Override
    public String toString() {
        return "Reply[" + status() + "]";
    }
}
