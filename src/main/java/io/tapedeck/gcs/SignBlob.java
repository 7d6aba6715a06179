package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Has Google sign as a service account, with a key that nobody else has. */
final class SignBlob implements UnaryOperator<byte[]> {
    private final BearerCalls calls;
    private final URI address;

    SignBlob(BearerCalls calls, GcsEndpoints endpoints, String serviceAccount) {
        this.calls = requireNonNull(calls);
        this.address = endpoints
                .iamCredentials()
                .resolve("/v1/projects/-/serviceAccounts/%s:signBlob".formatted(serviceAccount));
    }

    @Override
    public byte[] apply(byte[] text) {
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("payload", Base64.getEncoder().encodeToString(text));
        var body = Optional.of(Body.of(payload.toString().getBytes(UTF_8)));
        var reply = calls.send(bearer -> new RestRequest(
                SdkHttpMethod.POST,
                address,
                Map.of("Authorization", bearer, "Content-Type", "application/json"),
                body));
        if (!reply.isSuccessful()) {
            throw new StorageException.Refused(
                    "Google does not sign for the service account: it needs iam.serviceAccounts.signBlob on"
                            + " itself, which roles/iam.serviceAccountTokenCreator has.");
        }
        try {
            return reply.json().path("signedBlob").binaryValue();
        } catch (IOException unreadable) {
            throw new StorageException.Refused("Google answers with what is no signature.", unreadable);
        }
    }
}
