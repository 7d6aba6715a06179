package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A deployed function. It gets an execution environment when it is invoked, and another when it has lost that one. */
final class LambdaFunction implements AutoCloseable {
    private final Duration timeout;
    private final FunctionLog log;
    private final Supplier<Sandbox> sandboxes;
    private Optional<Sandbox> sandbox = Optional.empty();

    LambdaFunction(Duration timeout, FunctionLog log, Supplier<Sandbox> sandboxes) {
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
        return answer(invoke(event));
    }

    /** The answer that an invocation came to; there must be one. */
    JsonNode answer(Outcome outcome) {
        if (outcome instanceof Answered(var answer)) {
            return answer;
        }
        throw new AssertionError("%s; %s".formatted(outcome, log.told()));
    }

    /** Its execution environment, warm if it has one. */
    Sandbox environment() {
        sandbox = sandbox.filter(Sandbox::isAlive).or(() -> Optional.of(sandboxes.get()));
        return sandbox.get();
    }

    /** What it has written so far, which must be JSON, an object a line. */
    List<JsonNode> lines() {
        return log.lines();
    }

    /** The lines of its invocations so far. */
    List<JsonNode> invocations() {
        return lines().stream().filter(line -> line.has("function")).toList();
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }
}
