package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapedeck.azure.AzureCredentials.ClientSecret;
import io.tapedeck.rest.Parameters;
import io.tapedeck.rest.RestClient;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Access tokens of Microsoft Entra for a client with a secret, each used until shortly before it ends. */
final class EntraTokens implements Identity {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final RestClient rest;
    private final Clock clock;
    private final ClientSecret client;
    private Optional<Token> current = Optional.empty();

    EntraTokens(RestClient rest, Clock clock, ClientSecret client) {
        this.rest = requireNonNull(rest);
        this.clock = requireNonNull(clock);
        this.client = requireNonNull(client);
    }

    private record Token(String authorization, Instant end) {}

    @Override
    public synchronized String authorization(Call call) {
        var token = current.filter(known -> clock.instant().isBefore(known.end().minus(MARGIN)))
                .orElseGet(this::fetch);
        current = Optional.of(token);
        return token.authorization();
    }

    @Override
    public synchronized boolean renews(String authorization) {
        current = current.filter(token -> !token.authorization().equals(authorization));
        return true;
    }

    private Token fetch() {
        var asked = clock.instant();
        try (var answer = rest.send(this::request)) {
            var said = answer.bytes();
            if (!answer.isSuccessful()) {
                throw new StorageException.Refused(
                        "Microsoft Entra does not let the client in (HTTP %d): its directory, its id or its secret is not right, or the secret has ended."
                                .formatted(answer.status()));
            }
            return token(JSON.readTree(said), asked);
        } catch (IOException broken) {
            // Its cause may quote what was said.
            throw new StorageException.Unavailable(
                    "Microsoft Entra gives no token that can be read.", Optional.empty());
        }
    }

    private static Token token(JsonNode said, Instant asked) {
        var token = said.path("access_token").asText();
        var seconds = said.path("expires_in").asLong();
        if (token.isEmpty() || seconds <= 0) {
            throw new StorageException.Unavailable("Microsoft Entra gives no token.", Optional.empty());
        }
        return new Token("Bearer " + token, asked.plusSeconds(seconds));
    }

    private RestRequest request() {
        var form = new TreeMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client.client(),
                "client_secret",
                client.secret(),
                "scope",
                "https://storage.azure.com/.default"));
        return new RestRequest(
                SdkHttpMethod.POST,
                URI.create(client.authority() + "/" + client.tenant() + "/oauth2/v2.0/token"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of(Body.of(Parameters.encoded(form).getBytes(UTF_8))));
    }
}
