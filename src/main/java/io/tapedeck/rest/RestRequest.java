package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * What is sent to a service.
 *
 * @param uri with path and query as they are to be on the wire
 * @param headers all but Host and Content-Length
 */
public record RestRequest(SdkHttpMethod method, URI uri, Map<String, String> headers, Optional<Body> body) {
    public RestRequest {
        requireNonNull(method);
        requireNonNull(uri);
        requireNonNull(body);
        headers = Map.copyOf(headers);
    }

    /** One without a body. */
    public RestRequest(SdkHttpMethod method, URI uri, Map<String, String> headers) {
        this(method, uri, headers, Optional.empty());
    }

    /**
     * Bytes that are sent.
     *
     * @param length how many
     * @param source begins to read them
     */
    public record Body(long length, Supplier<InputStream> source) {
        public Body {
            requireNonNull(source);
        }

        public static Body of(byte[] bytes) {
            return new Body(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }
}
