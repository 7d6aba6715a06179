package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Answered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A deployed function. It gets an execution environment when it is invoked, and another when it has lost that one. */
final class LambdaFunction implements AutoCloseable {
    private final Duration timeout;
    private final Path log;
    private final Supplier<Sandbox> sandboxes;
    private Optional<Sandbox> sandbox = Optional.empty();

    LambdaFunction(Duration timeout, Path log, Supplier<Sandbox> sandboxes) {
        this.timeout = timeout;
        this.log = log;
        this.sandboxes = sandboxes;
    }

    /** Invokes it, whatever becomes of that. */
    Outcome invoke(JsonNode event) {
        return environment().invoke(event, timeout);
    }

    /** Invokes it and gives its answer. */
    JsonNode answer(JsonNode event) {
        var outcome = invoke(event);
        if (outcome instanceof Answered(var answer)) {
            return answer;
        }
        throw new AssertionError(outcome + ", see " + log);
    }

    /** Its execution environment, warm if it has one. */
    Sandbox environment() {
        sandbox = sandbox.filter(Sandbox::isAlive).or(() -> Optional.of(sandboxes.get()));
        return sandbox.get();
    }

    /** What it has written so far, which must be JSON, an object a line. */
    List<JsonNode> lines() {
        try (var lines = Files.lines(log)) {
            return lines.map(LambdaFunction::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of its invocations so far. */
    List<JsonNode> invocations() {
        return lines().stream().filter(line -> line.has("function")).toList();
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }

    private static JsonNode parse(String line) {
        try {
            var parsed = Payload.parse(line);
            if (parsed.isObject()) {
                return parsed;
            }
        } catch (UncheckedIOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
        throw new AssertionError("no JSON object: " + line);
    }
}
