package io.tapedeck.local;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged stack as a process of its own, as "make run" starts it, in a folder of its own. */
final class StackProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    static final String KEY = "key-for-a-process";

    private final Path data;
    private final List<String> program;
    private final Map<String, String> settings;
    private final int port;
    private final int s3Port;
    private Process process;

    StackProcess(Path data) throws IOException {
        this(data, Map.of());
    }

    /** With settings besides those that every process of a test has. */
    StackProcess(Path data, Map<String, String> settings) throws IOException {
        this(data, settings, "-jar", "target/tapedeck-runner.jar");
    }

    /** Another program in the stack's place, with the same settings and under the same conditions. */
    StackProcess(Path data, String... program) throws IOException {
        this(data, Map.of(), program);
    }

    private StackProcess(Path data, Map<String, String> settings, String... program) throws IOException {
        this.data = data;
        this.settings = Map.copyOf(settings);
        this.program = List.of(program);
        this.port = freePort();
        this.s3Port = freePort();
    }

    /** Starts it and waits until all its parts answer. */
    void start() throws IOException {
        process = launch();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> get("/health") == 200);
    }

    /** Starts it, to end by itself. */
    Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dvertx.disableURIValidation=true"));
        command.addAll(program);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
        builder.environment()
                .putAll(Map.of(
                        "PORT", String.valueOf(port),
                        "S3_PORT", String.valueOf(s3Port),
                        "DATA_DIR", data.toString(),
                        "DEV_KEY", KEY));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** What it has started itself and still runs. */
    List<ProcessHandle> started() {
        return process.descendants().toList();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int port() {
        return port;
    }

    /** What it wrote to its output. */
    String output() throws IOException {
        return Files.readString(log().toPath());
    }

    RequestSpecification request() {
        return RestAssured.given().baseUri("http://localhost").port(port).header("Authorization", "Bearer " + KEY);
    }

    /** Sends a file to a presigned URL and returns the status. */
    int put(String url, Path file) throws IOException {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .urlEncodingEnabled(false)
                .contentType("application/octet-stream")
                .body(Files.readAllBytes(file))
                .put(url)
                .statusCode();
    }

    private int get(String path) {
        return request().get(path).statusCode();
    }

    private File log() {
        return data.resolveSibling("stack.log").toFile();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
