package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A function that waits for something answers before Lambda ends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlineTest {
    private final Deployment deployment = new Deployment();
    private final HttpApi api = new HttpApi(deployment);
    private final Uploads uploads = new Uploads(deployment, api);

    @AfterAll
    void close() throws Exception {
        uploads.close();
        deployment.close();
    }

    @Test
    void aTableThatSaysNothingIsNotWaitedForToTheEnd() throws IOException {
        try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var elsewhere = Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + mute.getLocalPort());
            try (var create = deployment.with("create", elsewhere, Duration.ofSeconds(8))) {
                var answer = Answer.of(create.answer(Payload.read("create-base64")));

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.headers()).containsKey("retry-after");
            }
        }
    }

    /** Nobody does the job, and the first request holds the key for as long as it waits for that. */
    @Test
    void neitherAJobNorAKeyIsWaitedForToTheEnd() throws Exception {
        var upload = uploads.upload();
        deployment.function("ingest").answer(upload.notice());
        var request = Request.to("trim")
                .about(upload.recording())
                .json("{\"end\": 10}")
                .header("prefer", "wait=25")
                .header("idempotency-key", "once");
        var event = api.event(request);
        try (var first = deployment.with("trim", Map.of(), Duration.ofSeconds(15));
                var second = deployment.with("trim", Map.of(), Duration.ofSeconds(6))) {
            assertThat(Answer.of(second.answer(
                                    api.event(request.json("{\"wrong\": 1}").header("idempotency-key", "other"))))
                            .status())
                    .isEqualTo(400);

            var accepted = CompletableFuture.supplyAsync(() -> Answer.of(first.answer(event)));
            await().atMost(Duration.ofSeconds(100)).until(() -> jobs(upload.recording()) == 2);
            var told = Answer.of(second.answer(event));

            assertThat(told.status()).isEqualTo(409);
            assertThat(told.headers()).containsKey("retry-after");
            assertThat(accepted.get().status()).isEqualTo(202);
            assertThat(Answer.of(second.answer(event))).isEqualTo(accepted.get());
        }
        assertThat(jobs(upload.recording())).isEqualTo(2);
    }

    private int jobs(String recording) {
        return api.send(Request.to("listJobs").about(recording), 200)
                .get("items")
                .size();
    }
}
