package io.tapedeck.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request by which a provider tells something.
 *
 * @param url that it was sent to, as its sender wrote it
 * @param headers by lower-case name
 * @param now when it came
 */
public record Callback(String url, Map<String, String> headers, byte[] body, Instant now) {
    public Callback {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text; what is no UTF-8 is replaced. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
