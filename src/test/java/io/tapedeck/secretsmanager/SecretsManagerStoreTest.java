package io.tapedeck.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.LogLines;
import io.tapedeck.aws.AwsServer;
import io.tapedeck.aws.AwsServer.Request;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.rest.Patience;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.secret.SecretStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsManagerStoreTest extends SecretStoreContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecretName NAME = new SecretName("storages/acme/own");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(200));

    private final AwsServer server = new AwsServer();
    private final SettableClock clock = new SettableClock(NOON);
    private final SecretsManagerStore store = store(Optional.empty());
    private final Map<String, String> kept = new HashMap<>();

    SecretsManagerStoreTest() throws IOException {
        server.answers(this::answer);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected SecretStore store() {
        return store;
    }

    @Test
    void aNewSecretIsCreatedUnderTheDeploymentsName() {
        store(Optional.of("arn:aws:kms:eu-central-1:111122223333:key/one")).put(NAME, "secret");

        var request = server.requests.getFirst();
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(request.header("X-Amz-Target")).isEqualTo("secretsmanager.CreateSecret");
        assertThat(request.header("Authorization")).contains("/secretsmanager/");
        var body = json(request.text());
        assertThat(body.path("Name").asText()).isEqualTo("calls/storages/acme/own");
        assertThat(body.path("SecretString").asText()).isEqualTo("secret");
        assertThat(body.path("KmsKeyId").asText()).endsWith("key/one");
        assertThat(body.path("ClientRequestToken").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void oneThatIsThereGetsAnotherValueAndIsDeletedForGood() {
        store.put(NAME, "first");
        store.put(NAME, "second");
        store.delete(NAME);

        assertThat(targets()).containsExactly("CreateSecret", "CreateSecret", "PutSecretValue", "DeleteSecret");
        assertThat(json(server.requests.get(2).text()).path("SecretId").asText())
                .isEqualTo("calls/storages/acme/own");
        assertThat(server.requests.get(3).text())
                .isEqualTo("{\"SecretId\":\"calls/storages/acme/own\",\"ForceDeleteWithoutRecovery\":true}");
    }

    @Test
    void aRequestThatIsSentAgainIsKnownByItsToken() {
        server.refuse(500, "InternalServiceError");
        store.put(NAME, "first");
        store.put(NAME, "second");

        var tokens = server.requests.stream()
                .map(request -> json(request.text()).path("ClientRequestToken").asText())
                .toList();
        assertThat(tokens).hasSize(4);
        assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isNotEqualTo(tokens.get(2));
    }

    @Test
    void whatIsFoundIsGoodForAMinuteAndWhatIsNotIsLookedForAgain() {
        assertThat(store.find(NAME)).isEmpty();
        kept.put("calls/storages/acme/own", "first");
        assertThat(store.find(NAME)).hasValue("first");
        kept.put("calls/storages/acme/own", "second");

        clock.set(NOON.plusSeconds(59));
        assertThat(store.find(NAME)).hasValue("first");
        clock.set(NOON.plusSeconds(60));
        assertThat(store.find(NAME)).hasValue("second");
        assertThat(targets()).hasSize(3).containsOnly("GetSecretValue");
    }

    @Test
    void whatIsBeingDeletedIsNotFoundAndItsNameNotFreeYet() {
        server.refuse(400, "InvalidRequestException");
        assertThat(store.find(NAME)).isEmpty();

        server.refuse(400, "InvalidRequestException");
        assertThatThrownBy(() -> store.put(NAME, "secret")).satisfies(this::isUnavailable);
    }

    @Test
    void whatGoesWhileItGetsAnotherValueIsToBeTriedAgain() {
        server.refuse(400, "ResourceExistsException");
        server.refuse(400, "ResourceNotFoundException");

        assertThatThrownBy(() -> store.put(NAME, "secret")).satisfies(this::isUnavailable);
    }

    @Test
    void aServiceThatIsDownIsUnavailable() {
        for (int i = 0; i < 5; i++) {
            server.refuse(503, "ServiceUnavailable");
        }
        assertThatThrownBy(() -> store.find(NAME)).satisfies(this::isUnavailable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"SecretString\": 7}", "the secret is x", ""})
    void whatCannotBeReadIsNotToldOf(String answer) {
        server.answer(200, answer);

        assertThatThrownBy(() -> store.find(NAME))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret is");
    }

    @Test
    void nothingSecretIsLoggedAndWhatThePolicyLacksIs() {
        try (var log = new LogLines("")) {
            store.put(NAME, "top-secret");
            store.put(NAME, "top-secret");
            store.find(NAME);
            store.delete(NAME);
            store.find(NAME);
            server.refuse(400, "AccessDeniedException");
            assertThatThrownBy(() -> store.put(NAME, "top-secret"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("AWS Secrets Manager refuses with AccessDeniedException");

            assertThat(log.all()).noneMatch(line -> line.contains("top-secret"));
            assertThat(log.all())
                    .filteredOn(line -> line.contains("refused"))
                    .singleElement()
                    .asString()
                    .startsWith("secretsmanager refused a call with AccessDeniedException");
        }
    }

    private SecretsManagerStore store(Optional<String> key) {
        return new SecretsManagerStore(
                server.calls("secretsmanager", PATIENCE), new SecretRequests("calls", key), new SecureRandom(), clock);
    }

    private void isUnavailable(Throwable thrown) {
        assertThat(thrown).isInstanceOf(ProblemException.class);
        assertThat(((ProblemException) thrown).type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    private List<String> targets() {
        return server.requests.stream()
                .map(request -> request.header("X-Amz-Target").replace("secretsmanager.", ""))
                .toList();
    }

    /** As the API reference of AWS says. */
    private String answer(Request request) {
        var body = json(request.text());
        var id = body.path("SecretId").asText(body.path("Name").asText());
        return switch (request.header("X-Amz-Target").replace("secretsmanager.", "")) {
            case "CreateSecret" ->
                kept.putIfAbsent(id, body.path("SecretString").asText()) == null
                        ? "{}"
                        : refused("ResourceExistsException");
            case "PutSecretValue" -> {
                kept.put(id, body.path("SecretString").asText());
                yield "{}";
            }
            case "GetSecretValue" ->
                kept.containsKey(id)
                        ? JSON.createObjectNode()
                                .put("Name", id)
                                .put("SecretString", kept.get(id))
                                .toString()
                        : refused("ResourceNotFoundException");
            case "DeleteSecret" -> {
                kept.remove(id);
                yield "{}";
            }
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static String refused(String type) {
        return "{\"__type\":\"%s\"}".formatted(type);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
