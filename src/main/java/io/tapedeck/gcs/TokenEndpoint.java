package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.rest.Parameters;
import io.tapedeck.rest.RestClient;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Asks Google's services for tokens. */
final class TokenEndpoint {
    private final RestClient rest;

    TokenEndpoint(RestClient rest) {
        this.rest = requireNonNull(rest);
    }

    /** What comes back for a form. */
    JsonNode post(URI address, Map<String, String> form) {
        var body = Parameters.encoded(new TreeMap<>(form));
        return post(address, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    /** What comes back for JSON. */
    JsonNode post(URI address, String bearer, JsonNode json) {
        return post(
                address,
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + bearer),
                json.toString());
    }

    private JsonNode post(URI address, Map<String, String> headers, String text) {
        var body = Optional.of(Body.of(text.getBytes(UTF_8)));
        try {
            var reply = Reply.read(rest.send(() -> new RestRequest(SdkHttpMethod.POST, address, headers, body)));
            if (reply.isSuccessful()) {
                return reply.json();
            }
        } catch (IOException broken) {
            throw new StorageException.Unavailable("Google gave no access token in time.", Optional.empty(), broken);
        }
        throw new StorageException.Refused(
                "Google gives no access token for these credentials. Check that the service account is enabled"
                        + " and its key not deleted, or that the workload identity pool trusts the role and lets it act as the account.");
    }
}
