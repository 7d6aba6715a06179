package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lambda.Outcome.Failed;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What S3, SQS and EventBridge Scheduler send is dealt with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    @AfterAll
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void onlyTheMessagesThatFailedComeAgain() throws Exception {
        var id = uploads.upload().recording();
        var job = api.send(Request.to("listJobs").about(id), 200)
                .at("/items/0/id")
                .asText();
        var messages = Payload.read("work-several-messages", Map.of("TENANT", "operator", "RECORDING", id, "JOB", job));

        var answer = deployment.function("work").answer(messages);
        var again = deployment.function("work").answer(messages);

        assertThat(answer).isEqualTo(again).isEqualTo(Payload.parse("""
                        {"batchItemFailures": [{"itemIdentifier": "2e1424d4-f796-459a-8184-9c92662be6da"}]}
                        """));
        assertThat(api.send(Request.to("retrieve").about(id), 200).get("status").asText())
                .isEqualTo("completed");
        assertThat(api.send(Request.to("listJobs").about(id), 200)
                        .at("/items/0/attempts")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void filesWithOddNamesBecomeRecordings() throws Exception {
        for (var name : new String[] {"nobody knows me.wav", "Gespräch 40(1).wav"}) {
            deployment.servers().put("uploads/acme/" + name, new byte[1024]);
            uploads.notice();
        }

        deployment.function("ingest").answer(Payload.read("s3-several-records"));
        deployment.function("ingest").answer(uploads.notice());
        deployment.function("ingest").answer(uploads.notice());

        var recordings =
                api.answer("list", Payload.read("list-repeated-parameters").put("rawQueryString", ""));
        assertThat(Stream.of(
                        recordings.json().get("items").get(0),
                        recordings.json().get("items").get(1)))
                .allSatisfy(recording ->
                        assertThat(recording.get("status").asText()).isEqualTo("failed"))
                .extracting(recording -> recording.at("/metadata/fileName").asText())
                .containsExactlyInAnyOrder("nobody knows me.wav", "Gespräch 40(1).wav");
    }

    @Test
    void theSweepRunsWhateverTheScheduleSends() {
        var report = deployment.function("sweep").answer(Payload.read("sweep-scheduled-event"));

        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(report.get("failed").asInt()).isZero();
    }

    @Test
    void anErrorIsToldOfAndTheEnvironmentGoesOn() {
        var ingest = deployment.function("ingest");

        var outcome = ingest.invoke(Payload.parse("{\"Records\": [{\"eventName\": \"ObjectCreated:Put\"}]}"));
        var environment = ingest.environment();

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(((Failed) outcome).error()).contains("NullPointerException");
        ingest.answer(Payload.read("ingest"));
        assertThat(ingest.environment()).isSameAs(environment);
    }
}
