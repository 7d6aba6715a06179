package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/** Gets in by the key of a service account: a token that it signs itself is exchanged for one of Google's (RFC 7523). */
final class KeyGrants implements Supplier<Grant> {
    /** Objects, but not who may reach them. */
    static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

    private static final Duration LONGEST = Duration.ofHours(1);

    private final ServiceAccountKey key;
    private final URI address;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    KeyGrants(ServiceAccountKey key, GcsEndpoints endpoints, TokenEndpoint endpoint, Clock clock) {
        this.key = requireNonNull(key);
        this.address = endpoints.oauth().resolve("/token");
        this.endpoint = requireNonNull(endpoint);
        this.clock = requireNonNull(clock);
    }

    @Override
    public Grant get() {
        var now = clock.instant();
        var answer = endpoint.post(
                address,
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion(now)));
        return new Grant(
                answer.path("access_token").asText(),
                now.plusSeconds(answer.path("expires_in").asLong()));
    }

    private String assertion(Instant now) {
        var head = object().put("alg", "RS256").put("kid", key.id()).put("typ", "JWT");
        var claims = object().put("iss", key.serviceAccount())
                .put("scope", SCOPE)
                .put("aud", address.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LONGEST).getEpochSecond());
        var text = base64(head.toString().getBytes(UTF_8)) + "."
                + base64(claims.toString().getBytes(UTF_8));
        return text + "." + base64(key.sign(text.getBytes(UTF_8)));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
