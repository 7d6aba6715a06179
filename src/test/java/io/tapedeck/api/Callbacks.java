package io.tapedeck.api;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a provider of calls sends to a tenant, as its documentation shows it. */
record Callbacks(Api api, String provider, String tenant) {
    /** A payload, with words of it replaced. */
    static byte[] payload(String name, Map<String, String> replaced) {
        try (var file = Callbacks.class.getResourceAsStream("/imports/" + name)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (var each : replaced.entrySet()) {
                text = text.replace(each.getKey(), each.getValue());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] hmac(String algorithm, String key, byte[] bytes) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one with some headers. */
    ValidatableResponse send(byte[] body, Map<String, String> headers) {
        return request(body, headers).post(path()).then();
    }

    RequestSpecification request(byte[] body, Map<String, String> headers) {
        return api.anonymous().contentType("application/json").headers(headers).body(body);
    }

    String path() {
        return "/v1/imports/" + provider + "?tenant=" + tenant;
    }
}
