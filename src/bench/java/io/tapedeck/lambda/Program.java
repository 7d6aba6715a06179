package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Something that can be run as the function "retrieve".
 *
 * @param name what the table calls it
 */
record Program(Deployment deployment, String name, List<String> command) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int INVOCATIONS = 1000;

    /** What it answers. */
    Answer answer(JsonNode event) {
        try (var sandbox = start()) {
            return Answer.of(invoke(sandbox, event));
        }
    }

    /** Milliseconds from its start to its first answer. */
    double[] coldStart(JsonNode event) {
        try (var sandbox = start()) {
            invoke(sandbox, event);
            return new double[] {sandbox.age().toNanos() / 1e6};
        }
    }

    /** Milliseconds of a warm invocation, at the median and at p99, and the megabytes that it takes in the end. */
    double[] warm(JsonNode event) throws IOException {
        try (var sandbox = start()) {
            var took = new double[INVOCATIONS];
            for (int i = 0; i < INVOCATIONS; i++) {
                var start = System.nanoTime();
                invoke(sandbox, event);
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            var warm = Arrays.stream(took).skip(INVOCATIONS / 2).sorted().toArray();
            return new double[] {warm[warm.length / 2], warm[warm.length * 99 / 100], residentMegabytes(sandbox)};
        }
    }

    private Sandbox start() {
        return deployment.start("retrieve", command, Map.of());
    }

    private static JsonNode invoke(Sandbox sandbox, JsonNode event) {
        var outcome = sandbox.invoke(event, LIMIT);
        if (outcome instanceof Answered(var answer)) {
            return answer;
        }
        throw new AssertionError(outcome);
    }

    private static double residentMegabytes(Sandbox sandbox) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(sandbox.pid()), "status"))) {
            var kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("[^0-9]", "");
            return Double.parseDouble(kilobytes) * 1024 / 1e6;
        }
    }
}
