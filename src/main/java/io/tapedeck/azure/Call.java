package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.Parameters;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * What is asked of the Blob service.
 *
 * @param path as it is sent
 * @param query as it is meant
 * @param headers all but Host and Content-Length
 */
record Call(
        SdkHttpMethod method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Body> body) {
    Call {
        requireNonNull(method);
        requireNonNull(path);
        requireNonNull(body);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    static Call of(SdkHttpMethod method, String path) {
        return new Call(method, path, Map.of(), Map.of(), Optional.empty());
    }

    /** One that writes nothing but what its headers say. */
    static Call put(String path) {
        return of(SdkHttpMethod.PUT, path).body(new byte[0]);
    }

    Call query(String name, String value) {
        return new Call(method, path, with(query, name, value), headers, body);
    }

    Call header(String name, String value) {
        return new Call(method, path, query, with(headers, name, value), body);
    }

    Call header(String name, Optional<String> value) {
        return value.map(there -> header(name, there)).orElse(this);
    }

    Call headers(Map<String, String> others) {
        var all = new TreeMap<>(headers);
        all.putAll(others);
        return new Call(method, path, query, all, body);
    }

    Call body(byte[] bytes) {
        return body(Body.of(bytes));
    }

    Call body(Body bytes) {
        return new Call(method, path, query, headers, Optional.of(bytes));
    }

    /** As it is sent to a server. */
    RestRequest to(URI endpoint) {
        var encoded = Parameters.encoded(new TreeMap<>(query));
        var uri = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path;
        return new RestRequest(method, URI.create(encoded.isEmpty() ? uri : uri + "?" + encoded), headers, body);
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var more = new TreeMap<>(all);
        more.put(name, value);
        return more;
    }
}
