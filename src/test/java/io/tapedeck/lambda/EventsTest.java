package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lambda.Outcome.Failed;
import java.util.List;
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
        assertThat(figures("work", "records", "errors", "CompletedJobs", "FailedJobs", "AudioSeconds"))
                .containsExactly(List.of(3.0, 1.0, 1.0, 0.0, 245.38), List.of(3.0, 1.0, 0.0, 0.0, 0.0));
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
        assertThat(figures("ingest", "records", "adopted", "CompletedJobs", "FailedJobs", "AudioSeconds"))
                .containsSubsequence(
                        List.of(3.0, 2.0, 0.0, 0.0, 0.0),
                        List.of(1.0, 0.0, 0.0, 1.0, 0.0),
                        List.of(1.0, 0.0, 0.0, 1.0, 0.0));
    }

    @Test
    void theSweepRunsWhateverTheScheduleSends() {
        var report = deployment.function("sweep").answer(Payload.read("sweep-scheduled-event"));

        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(report.get("failed").asInt()).isZero();
        assertThat(figures("sweep", "errors", "FailedJobs", "SweptRecordings", "SweepLag"))
                .containsExactly(List.of(0.0, 0.0, 0.0, 0.0));
        assertThat(deployment.function("sweep").invocations().getFirst().at("/_aws/CloudWatchMetrics/0"))
                .isEqualTo(Payload.parse("""
                        {"Namespace": "Tapedeck", "Dimensions": [["FunctionName"]], "Metrics": [
                          {"Name": "FailedJobs", "Unit": "Count"},
                          {"Name": "SweepLag", "Unit": "Seconds"},
                          {"Name": "SweptRecordings", "Unit": "Count"}]}
                        """));
    }

    /** Those members of the lines of a function, in the order of its invocations. */
    private List<List<Double>> figures(String function, String... names) {
        return deployment.function(function).invocations().stream()
                .map(line -> Stream.of(names)
                        .map(name -> line.required(name).doubleValue())
                        .toList())
                .toList();
    }

    @Test
    void anErrorIsToldOfAndTheEnvironmentGoesOn() {
        var ingest = deployment.function("ingest");

        var outcome = ingest.invoke(Payload.parse("{\"Records\": [{\"eventName\": \"ObjectCreated:Put\"}]}"));
        var environment = ingest.environment();

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(((Failed) outcome).error()).contains("NullPointerException");
        assertThat(ingest.invocations().getLast().path("outcome").asText()).isEqualTo("error");
        ingest.answer(Payload.read("ingest"));
        assertThat(ingest.environment()).isSameAs(environment);
    }
}
