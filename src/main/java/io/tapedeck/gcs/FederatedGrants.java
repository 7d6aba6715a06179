package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.storage.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Gets in by who we are to AWS: Google gives a token for that (RFC 8693), and one of the service account for that token. */
final class FederatedGrants implements Supplier<Grant> {
    private static final String TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final String ANYTHING = "https://www.googleapis.com/auth/cloud-platform";
    private static final String SIGNING = "https://www.googleapis.com/auth/iam";

    private final AwsFederation federation;
    private final GcsEndpoints endpoints;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    FederatedGrants(AwsFederation federation, GcsEndpoints endpoints, TokenEndpoint endpoint, Clock clock) {
        this.federation = requireNonNull(federation);
        this.endpoints = requireNonNull(endpoints);
        this.endpoint = requireNonNull(endpoint);
        this.clock = requireNonNull(clock);
    }

    @Override
    public Grant get() {
        var scopes = JsonNodeFactory.instance.objectNode().put("lifetime", "3600s");
        scopes.putArray("scope").add(KeyGrants.SCOPE).add(SIGNING);
        var address = endpoints
                .iamCredentials()
                .resolve(
                        "/v1/projects/-/serviceAccounts/%s:generateAccessToken".formatted(federation.serviceAccount()));
        var answer = endpoint.post(address, federated(), scopes);
        return new Grant(
                answer.path("accessToken").asText(),
                end(answer.path("expireTime").asText()));
    }

    /** The token of whom the pool takes us for, which may do nothing but act as the service account. */
    private String federated() {
        var identity = CallerIdentity.of(aws(), federation.region(), federation.provider(), clock.instant());
        var form = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "audience",
                federation.provider(),
                "scope",
                ANYTHING,
                "requested_token_type",
                TOKEN_TYPE,
                "subject_token_type",
                "urn:ietf:params:aws:token-type:aws4_request",
                // once here and once more as a field of the form
                "subject_token",
                SdkHttpUtils.urlEncode(identity));
        return endpoint.post(endpoints.sts().resolve("/v1/token"), form)
                .path("access_token")
                .asText();
    }

    private AwsCredentialsIdentity aws() {
        try {
            return federation.aws().resolveIdentity().join();
        } catch (SdkClientException | CompletionException none) {
            throw new StorageException.Refused("There are no credentials of AWS to show to Google.", none);
        }
    }

    private static Instant end(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException unreadable) {
            throw new StorageException.Refused("Google gives an access token without an end.", unreadable);
        }
    }
}
