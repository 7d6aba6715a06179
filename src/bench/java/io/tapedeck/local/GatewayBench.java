package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.OtherJvm;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** "retrieve" on one machine, against a server that does nothing else and runs on a copy of the same database. */
class GatewayBench {
    private static final Path CALL = Path.of("src/test/resources/audio/call-40.wav");

    @TempDir
    private Path folder;

    @Test
    void gateway(TestInfo test) throws Exception {
        var data = folder.resolve("stack/data");
        var copy = folder.resolve("bare/data");
        try (var stack = new StackProcess(Files.createDirectories(data));
                var bare = new StackProcess(copy, "-cp", OtherJvm.classPath(), BareServer.class.getName())) {
            stack.start();
            var path = "/v1/recordings/" + completed(stack);
            stack.kill();
            copy(data.resolve("dynamodb"), Files.createDirectories(copy.resolve("dynamodb")));
            stack.start();
            bare.start();
            assertThat(withoutLinks(bare, path)).isEqualTo(withoutLinks(stack, path));

            var outcome = new Duel(3, 21)
                    .of(
                            new Side("Tapedeck", load(stack, path)::figures),
                            new Side("a bare Vert.x server", load(bare, path)::figures));

            var report = Report.of(test);
            report.add(outcome.rows("retrieve on one machine, 64 connections", "requests/s", 0));
            report.add(outcome.rows("retrieve on one machine, 64 connections, p99", "ms", 1));
        }
    }

    private static Wrk load(StackProcess server, String path) {
        return new Wrk("http://127.0.0.1:" + server.port() + path, StackProcess.KEY);
    }

    /** A recording whose audio has been taken in. */
    private static String completed(StackProcess stack) throws IOException {
        var created = stack.request()
                .contentType("application/json")
                .body(Map.of("retentionPeriod", 30))
                .post("/v1/recordings")
                .jsonPath();
        stack.put(created.getString("upload.url"), CALL);
        var id = created.getString("id");
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        "completed".equals(json(stack, "/v1/recordings/" + id).getString("status")));
        return id;
    }

    /** Each has an address of its own, and signs the secure one anew each time or not at all. */
    private static Map<String, Object> withoutLinks(StackProcess server, String path) {
        var answer = json(server, path).<String, Object>getMap("");
        answer.keySet().removeAll(List.of("url", "secureUrl"));
        return answer;
    }

    private static JsonPath json(StackProcess server, String path) {
        return server.request().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
