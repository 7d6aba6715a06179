package io.tapedeck.local;

import static org.awaitility.Awaitility.await;

import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.id.Ulid;
import io.tapedeck.webhook.Receiver;
import io.tapedeck.webhook.Receiver.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** How soon 40 webhooks are told of events while 10 others hang, against the same where those answer. */
class WebhooksBench {
    private static final int ANSWERING = 40;
    private static final int HANGING = 10;
    private static final int EVENTS = 40;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void webhooks(TestInfo test) throws Exception {
        var outcome = Duel.ofLongRounds(5)
                .of(
                        new Side("10 of 50 hang", () -> latencies(true)),
                        new Side("all 50 answer", () -> latencies(false)));

        var report = Report.of(test);
        report.add(outcome.rows("from an event to the webhooks that answer, p50", "ms", 0));
        report.add(outcome.rows("from an event to the webhooks that answer, p99", "ms", 1));
    }

    private double[] latencies(boolean areHanging) throws Exception {
        var data = Files.createTempDirectory(folder, "data").resolve("data");
        var receivers = IntStream.range(0, ANSWERING + HANGING)
                .mapToObj(_ -> new Receiver())
                .toList();
        try (var stack = new StackProcess(Files.createDirectories(data), Map.of("ALLOW_PRIVATE_TARGETS", "true"))) {
            stack.start();
            for (var receiver : receivers) {
                register(stack, receiver);
            }
            if (areHanging) {
                receivers.subList(ANSWERING, receivers.size()).forEach(Receiver::hang);
            }
            for (int i = 0; i < EVENTS; i++) {
                stack.request().post("/v1/recordings").then().statusCode(201);
                Thread.sleep(BETWEEN);
            }
            return figures(receivers.subList(0, ANSWERING));
        } finally {
            receivers.forEach(Receiver::close);
        }
    }

    private static void register(StackProcess stack, Receiver receiver) {
        stack.request()
                .contentType("application/json")
                .body(Map.of("url", receiver.url(), "events", List.of("created")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private static double[] figures(List<Receiver> answering) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> answering.stream()
                        .allMatch(receiver -> receiver.messages().size() >= EVENTS));
        var all = new ArrayList<Double>();
        answering.forEach(receiver -> receiver.messages().forEach(message -> all.add(latency(message))));
        var sorted = all.stream().sorted().toList();
        return new double[] {sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100)};
    }

    /** From the moment in the event's id, which says when it was written, to the millisecond. */
    private static double latency(Message message) {
        var written = Ulid.parse(message.header("webhook-id")).orElseThrow().time();
        return Duration.between(written, message.at()).toMillis();
    }
}
