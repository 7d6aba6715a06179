package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of the template starts as Lambda starts it, answers cold and warm, and ends when it is told to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFunctionTest {
    private static final Duration END = Duration.ofSeconds(2);
    private static final String ABSENT = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";
    private static final Map<String, String> BODIES = Map.of(
            "create", "{}",
            "createKey", "{\"name\": \"test\", \"scopes\": [\"read\"]}",
            "completeUpload", "{\"parts\": [{\"partNumber\": 1, \"etag\": \"d41d8cd98f00b204e9800998ecf8427e\"}]}",
            "update", "{\"tags\": [\"support\"]}");
    private static final Set<String> WITHOUT_METRICS = Set.of("authorizer", "transcribed");
    private static final Set<String> FOUND =
            Set.of("create", "createKey", "list", "listExports", "listKeys", "listStorages", "listWebhooks", "health");

    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);

    @AfterAll
    void close() throws Exception {
        deployment.close();
    }

    Collection<String> functions() {
        return deployment.names();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void answersColdAndWarmAndEndsWhenToldTo(String name) throws InterruptedException {
        invoke(name);
        var environment = deployment.function(name).environment();

        invoke(name);

        assertThat(deployment.function(name).environment()).isSameAs(environment);
        assertThat(lines(name, environment))
                .extracting(line -> line.path("requestId").asText())
                .containsExactlyElementsOf(environment.finished());
        assertThat(lines(name, environment))
                .extracting(line -> line.path("coldStart").asBoolean())
                .startsWith(true, false)
                .containsOnlyOnce(true);
        assertThat(lines(name, environment)).allSatisfy(line -> {
            assertThat(line.path("function").asText()).isEqualTo(name);
            assertThat(line.path("outcome").asText()).isNotEmpty().isNotEqualTo("error");
            assertThat(line.path("traceId").asText()).isEqualTo("1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
            assertThat(line.has("_aws")).isEqualTo(!WITHOUT_METRICS.contains(name));
        });
        assertThat(environment.terminate(END)).as("ended within " + END).isTrue();
    }

    /** The lines of the invocations that came to their end in an environment. */
    private List<JsonNode> lines(String name, Sandbox environment) {
        return deployment.function(name).invocations().stream()
                .filter(line ->
                        environment.finished().contains(line.path("requestId").asText()))
                .toList();
    }

    private void invoke(String name) {
        var routes = api.routes(name);
        if (routes.isEmpty()) {
            deployment.function(name).answer(Payload.read(name));
        }
        for (var route : routes) {
            var answer = api.send(request(name), route);
            assertThat(answer.status() < 300).as("%s: %s", name, answer).isEqualTo(FOUND.contains(name));
            assertThat(answer.status()).isLessThan(500);
        }
    }

    private static Request request(String name) {
        var request = Request.to(name)
                .about("rec_" + ABSENT)
                .with("job", "job_" + ABSENT)
                .with("webhook", "whk_" + ABSENT)
                .with("key", "key_" + ABSENT)
                .with("token", ABSENT)
                .with("name", ABSENT + ".js");
        return Optional.ofNullable(BODIES.get(name)).map(request::json).orElse(request);
    }
}
