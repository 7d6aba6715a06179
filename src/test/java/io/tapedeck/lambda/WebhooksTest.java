package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import io.tapedeck.aws.AwsServer;
import io.tapedeck.webhook.Receiver;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Webhooks are told by what the queue has, signed by what lies in Secrets Manager. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Receiver receiver = new Receiver();
    private final AwsServer aws = new AwsServer();
    private final Deployment deployment = new Deployment(Map.of(
            "ALLOW_PRIVATE_TARGETS", "true",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", aws.endpoint().toString(),
            "AWS_ENDPOINT_URL_SQS", aws.endpoint().toString()));
    private final HttpApi api = new HttpApi(deployment);

    WebhooksTest() throws IOException {
        aws.answers(this::answer);
    }

    @AfterAll
    void close() throws Exception {
        deployment.close();
        aws.close();
        receiver.close();
    }

    @Test
    void anEventIsToldSignedAndTriedAgainByTheQueue() throws Exception {
        var webhook = api.send(Request.to("createWebhook").json("{\"url\": \"%s\"}".formatted(receiver.url())), 201);
        assertThat(secrets).hasSize(1);
        var id = webhook.get("id").asText();
        api.send(Request.to("testWebhook").with("webhook", id), 200);
        verify(webhook, receiver.messages().getFirst());

        receiver.answer(503, Map.of(), "not now");
        var recording = api.send(Request.to("create").json("{}"), 201).get("id").asText();
        var event = api.send(Request.to("listEvents").about(recording), 200)
                .at("/items/0/id")
                .asText();
        deployment.function("deliver").answer(errand(recording, event));

        assertThat(api.send(Request.to("listDeliveries").with("webhook", id), 200)
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("retrying");
        var waiting = queued();
        assertThat(waiting.path("DelaySeconds").asInt()).isBetween(5, 6);
        assertThat(json.readTree(waiting.path("MessageBody").asText())
                        .path("errand")
                        .asText())
                .isEqualTo("visit");

        receiver.answer(200, Map.of(), "");
        api.send(Request.to("resendWebhook").with("webhook", id).json("{\"event\": \"%s\"}".formatted(event)), 202);
        deployment
                .function("deliver")
                .answer(message(queued().path("MessageBody").asText()));

        verify(webhook, receiver.messages().getLast());
        assertThat(receiver.messages().getLast().header("webhook-id")).isEqualTo(event);
        assertThat(api.send(Request.to("listDeliveries").with("webhook", id), 200)
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("delivered");
    }

    private JsonNode queued() throws IOException {
        return json.readTree(aws.requests.stream()
                .filter(request -> request.header("X-Amz-Target").startsWith("AmazonSQS."))
                .toList()
                .getLast()
                .text());
    }

    private static JsonNode errand(String recording, String event) {
        return Payload.read(
                "deliver",
                Map.of(
                        "acme",
                        "operator",
                        "rec_01K9ZZZZZZZZZZZZZZZZZZZZZZ",
                        recording,
                        "01K9ZZZZZZZZZZZZZZZZZZZZZY",
                        event));
    }

    private static JsonNode message(String body) {
        var payload = Payload.read("deliver");
        payload.withArray("/Records").forEach(entry -> ((ObjectNode) entry).put("body", body));
        return payload;
    }

    private static void verify(JsonNode webhook, Receiver.Message message) {
        assertThatCode(() -> new Webhook(webhook.get("secret").asText()).verify(message.body(), message.headers()))
                .doesNotThrowAnyException();
        assertThat(message.header("webhook-signature")).contains(" v1a,");
    }

    /** As Secrets Manager and SQS answer. */
    private String answer(AwsServer.Request request) {
        try {
            var body = json.readTree(request.text());
            return switch (request.header("X-Amz-Target")) {
                case "secretsmanager.CreateSecret" -> {
                    secrets.put(
                            body.path("Name").asText(),
                            body.path("SecretString").asText());
                    yield "{}";
                }
                case "secretsmanager.GetSecretValue" ->
                    json.createObjectNode()
                            .put(
                                    "SecretString",
                                    secrets.get(body.path("SecretId").asText()))
                            .toString();
                default -> "{}";
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
