package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What API Gateway sends reaches the functions as it is meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpEventsTest {
    private static final String BASE = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/recordings/";

    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);

    @AfterAll
    void close() throws Exception {
        deployment.close();
    }

    @Test
    void aBodyInBase64IsDecodedAsUtf8() {
        var created = api.answer("create", Payload.read("create-base64"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("content-type", "application/json");
        assertThat(created.json().at("/tags")).extracting(tag -> tag.asText()).contains("größe");
        assertThat(created.json().at("/participants/0/name").asText()).isEqualTo("Zoë");
    }

    @Test
    void everyOneOfRepeatedParametersCounts() {
        var created = api.answer("create", Payload.read("create-base64")).json();
        var event = Payload.read("list-repeated-parameters");

        var both = api.answer("list", event).json();
        var none = api.answer("list", event.put("rawQueryString", "tag=support&tag=other"))
                .json();

        assertThat(both.at("/items")).extracting(item -> item.get("id")).contains(created.get("id"));
        assertThat(none.at("/items")).isEmpty();
    }

    @Test
    void anEncodedPathNamesTheSameRecording() {
        var id = api.answer("create", Payload.read("create-base64"))
                .json()
                .get("id")
                .asText();
        var event = Payload.read("retrieve-encoded-path", Map.of("PERCENT", id.replace("_", "%5F"), "RECORDING", id));

        var found = api.answer("retrieve", event);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().get("id").asText()).isEqualTo(id);
        assertThat(found.json().at("/url").asText(BASE)).startsWith(BASE);
    }

    @Test
    void aPathThatLeadsElsewhereIsNoRecording() {
        var event = Payload.read(
                "retrieve-encoded-path", Map.of("PERCENT", "..%2F..%2Fother%23rec", "RECORDING", "../../other#rec"));

        assertThat(api.answer("retrieve", event).status()).isEqualTo(404);
    }

    @Test
    void withoutAnAuthorizersContextNobodyIsCalling() {
        var event = Payload.read("list-repeated-parameters");
        ((ObjectNode) event.get("requestContext")).remove("authorizer");

        var answer = api.answer("list", event);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void whatNoRouteTakesIsToldTheMethodsOfTheAddress() {
        var event = Payload.read("list-repeated-parameters").put("routeKey", "$default");
        event.withObject("/requestContext/http").put("method", "PUT");

        var answer = Answer.of(deployment.function("unmatched").answer(event));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("allow", "POST, GET");
    }

    @Test
    void whatPagesLoadIsInTheArtifact() throws IOException {
        var built = Path.of("target", "web");
        for (var name : Files.readAllLines(built.resolve("assets.txt"))) {
            var answer = api.send(Request.to("asset").with("name", name).header("accept-encoding", "identity"));

            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("cache-control", "public, max-age=31536000, immutable");
            assertThat(answer.body())
                    .isEqualTo(Files.readString(built.resolve("assets").resolve(name)));
        }
    }

    @Test
    void theAuthorizerTellsWhoIsCalling() {
        var answer = deployment.function("authorizer").answer(Payload.read("authorizer"));

        assertThat(answer.at("/isAuthorized").asBoolean()).isTrue();
        assertThat(answer.at("/context/tenant").asText()).isEqualTo("operator");
        assertThat(answer.at("/context/operator").asText()).isEqualTo("true");
    }

    @Test
    void theAuthorizerLetsStrangersThroughAsNobody() {
        var stranger = Payload.read("authorizer", Map.of(Deployment.OPERATOR_KEY, "guessed"));

        var answer = deployment.function("authorizer").answer(stranger);

        assertThat(answer.at("/isAuthorized").asBoolean()).isTrue();
        assertThat(answer.at("/context")).isEmpty();
    }

    @Test
    void aRequestThatIsMadeAgainUnderItsIdempotencyKeyIsAnsweredTheSame() {
        var event = Payload.read("create-base64");
        event.withObject("/headers").put("idempotency-key", "once");

        var first = api.answer("create", event);

        assertThat(api.answer("create", event)).isEqualTo(first);
    }
}
