package io.tapedeck.lambda;

import static io.tapedeck.SamTemplate.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.SamTemplate;
import io.tapedeck.local.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The packaged functions in processes of their own, with the environment that template.yaml gives each, and an AWS around them. */
final class Deployment implements AutoCloseable {
    static final String OPERATOR_KEY = "operator-key-of-this-deployment";

    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "123456789012";
    private static final Path PLACE = Path.of("target", "lambda-test");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Artifact artifact;
    private final BlockingQueue<JsonNode> uploads = new LinkedBlockingQueue<>();
    private final Servers servers;
    private final Stack stack;
    private final Map<String, String> logicalIds = new TreeMap<>();
    private final Map<String, LambdaFunction> functions = new HashMap<>();
    private final Map<String, String> settings;

    /** Deploys what the system property {@code artifact} names: function.zip or a native executable. */
    Deployment() {
        this(Map.of());
    }

    /**
     * The same with other settings than the template's.
     *
     * @param settings of every function, by the names of their variables
     */
    Deployment(Map<String, String> settings) {
        this.settings = settings;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(PLACE), "deployment")
                    .toAbsolutePath();
            var file = Objects.requireNonNull(System.getProperty("artifact"), "run these by \"make lambda-test\"");
            var classes = PLACE.resolve("classes.jsa").toAbsolutePath();
            artifact = Artifact.unpack(Path.of(file), Files.createDirectory(folder.resolve("task")), classes);
            var template = new SamTemplate(Path.of("template.yaml"));
            template.functions().forEach((id, function) -> logicalIds.put(export(function), id));
            stack = new Stack(template, values(artifact));
            servers = new Servers(folder, stack.variables("Health").get("BUCKET_NAME"), uploads::add);
            servers.createTable(stack.variables("Health").get("TABLE_NAME"));
            Files.createDirectory(folder.resolve("tmp"));
            shareClasses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has one function start, answer and end before all others, whose JVMs then find the classes that it has loaded as they want
     * them: a start takes half the time. Whoever comes second waits for that.
     */
    private void shareClasses() throws IOException {
        try (var file = FileChannel.open(
                        PLACE.resolve("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (artifact.isNative() || Files.exists(artifact.classes())) {
                return;
            }
            var event = Payload.read("create-base64", Map.of("acme", "nobody"));
            try (var first = start("create", command("create"), Map.of(), log("classes"))) {
                first.invoke(event, PATIENCE);
                first.terminate(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The names of all functions of the template. */
    Set<String> names() {
        return logicalIds.keySet();
    }

    Artifact artifact() {
        return artifact;
    }

    Stack stack() {
        return stack;
    }

    Servers servers() {
        return servers;
    }

    /** What the bucket tells of, oldest first. */
    BlockingQueue<JsonNode> uploads() {
        return uploads;
    }

    /** The function of that name. */
    LambdaFunction function(String name) {
        return functions.computeIfAbsent(name, key -> with(key, settings, timeout(key)));
    }

    /** A function of that name with other circumstances than the template gives it. The caller closes it. */
    LambdaFunction with(String name, Map<String, String> environment, Duration timeout) {
        return new LambdaFunction(timeout, log(name), () -> start(name, command(name), environment));
    }

    /** The command that Lambda runs for a function. */
    List<String> command(String name) {
        var id = logicalIds.get(name);
        var memory = Integer.parseInt(stack.property(id, "MemorySize"));
        return artifact.command(stack.property(id, "Handler"), memory, log(name).crashFile());
    }

    /** Starts an execution environment of a function that runs this command. The caller closes it. */
    Sandbox start(String name, List<String> command, Map<String, String> more) {
        return start(name, command, more, log(name));
    }

    private Sandbox start(String name, List<String> command, Map<String, String> more, FunctionLog log) {
        var environment = environment(name);
        environment.putAll(more);
        var function = environment.get("AWS_LAMBDA_FUNCTION_NAME");
        var api = new RuntimeApi("arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, function));
        return new Sandbox(api, command, artifact.folder(), environment, log.file());
    }

    /** Ends the lease that a lost worker has on a job. */
    void endLease(String tenant, String recording, String job) {
        servers.endLease(stack.variables("Health").get("TABLE_NAME"), tenant, recording, job);
    }

    /** Where functions keep what they work on. */
    Path workDir() {
        return folder.resolve("tmp");
    }

    @Override
    public void close() throws Exception {
        functions.values().forEach(LambdaFunction::close);
        servers.close();
        functions.values().forEach(LambdaFunction::lines);
    }

    private FunctionLog log(String name) {
        return new FunctionLog(folder, name);
    }

    private Duration timeout(String name) {
        return Duration.ofSeconds(Long.parseLong(stack.property(logicalIds.get(name), "Timeout")));
    }

    /** What the template says, what Lambda adds, and where AWS is here. */
    Map<String, String> environment(String name) {
        var id = logicalIds.get(name);
        var environment = new HashMap<>(stack.variables(id));
        environment.computeIfPresent("FFMPEG", (_, layer) -> installed(layer));
        environment.computeIfPresent("FFPROBE", (_, layer) -> installed(layer));
        // As "make deploy" writes it into the template
        environment.computeIfPresent("ROUTES", (_, _) -> stack.template().routesSetting());
        environment.put("WORK_DIR", workDir().toString());
        environment.putAll(servers.environment());
        environment.putAll(Map.of(
                "AWS_REGION",
                REGION,
                "AWS_DEFAULT_REGION",
                REGION,
                "AWS_LAMBDA_FUNCTION_NAME",
                stack.property(id, "FunctionName"),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                stack.property(id, "MemorySize"),
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                stack.logGroup(id),
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef",
                "_HANDLER",
                stack.property(id, "Handler"),
                "LAMBDA_TASK_ROOT",
                artifact.folder().toString()));
        environment.put("AWS_LAMBDA_LOG_FORMAT", stack.logFormat());
        environment.putAll(
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin", "LANG", "en_US.UTF-8", "TZ", ":UTC"));
        return environment;
    }

    /** The layer's tool where the layer is in its place; otherwise the one that the tests are run with. */
    private static String installed(String layer) {
        var name = Path.of(layer).getFileName().toString();
        return Files.exists(Path.of(layer))
                ? layer
                : Optional.ofNullable(System.getenv(name.toUpperCase(Locale.ROOT)))
                        .orElse(name);
    }

    private static Map<String, String> values(Artifact artifact) {
        return Map.of(
                "AWS::AccountId",
                ACCOUNT,
                "AWS::Region",
                REGION,
                "Runtime",
                artifact.runtime(),
                "Table",
                "tapedeck-Table-1ABCDEFGHIJKL",
                "Key.Arn",
                "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "ErrandQueue",
                "https://sqs.us-east-1.amazonaws.com/123456789012/tapedeck-ErrandQueue-1ABCDEFGHIJKL",
                "LinkSecret",
                "vTq6o2N8mXw4Rk9sLz1cYb7HdJf3GpUe5AiSxQ0tZnMCKrVWyBhEDgFjTaPuOlI2",
                "OperatorKey",
                OPERATOR_KEY);
    }
}
