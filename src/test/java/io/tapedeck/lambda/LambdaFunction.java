package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Answered;
import java.nio.file.Path;
import java.time.Duration;
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

    /** What it writes. */
    Path log() {
        return log;
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }
}
