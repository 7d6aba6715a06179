package io.tapedeck.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.aws.AwsServer;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.rest.Patience;
import io.tapedeck.webhook.Errand;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsErrandsTest {
    private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/111122223333/errands";
    private static final Errand VISIT = new Errand.Visit(
            new TenantId("acme"),
            WebhookId.parse("whk_01ARYZ6S41TSV4RRFFQ69G5FAV").orElseThrow(),
            RecordingId.parse("rec_01ARYZ6S41TSV4RRFFQ69G5FAV").orElseThrow());
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(200));

    private final Json json = new Json();
    private final AwsServer server = new AwsServer();
    private final SqsErrands errands = new SqsErrands(server.calls("sqs", PATIENCE), QUEUE, json::write);

    SqsErrandsTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anErrandIsPutIntoTheQueueAsItIsReadAgain() throws JsonProcessingException {
        errands.send(VISIT, Duration.ofMillis(4001));

        var request = server.requests.getFirst();
        assertThat(request.header("X-Amz-Target")).isEqualTo("AmazonSQS.SendMessage");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(request.header("Authorization")).contains("/sqs/");
        var body = new ObjectMapper().readTree(request.text());
        assertThat(body.path("QueueUrl").asText()).isEqualTo(QUEUE);
        assertThat(body.path("DelaySeconds").asInt()).isEqualTo(5);
        assertThat(json.read(body.path("MessageBody").asText(), Errand.class)).isEqualTo(VISIT);
    }

    @Test
    void aQueueThatCannotBeReachedIsUnavailable() {
        for (int i = 0; i < 5; i++) {
            server.refuse(503, "ServiceUnavailable");
        }

        assertThatThrownBy(() -> errands.send(VISIT, Duration.ZERO))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    @Test
    void aRefusalIsOurFault() {
        server.answer(400, "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\"}");

        assertThatThrownBy(() -> errands.send(VISIT, Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Amazon SQS refuses with QueueDoesNotExist");
    }
}
