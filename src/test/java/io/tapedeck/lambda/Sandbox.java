package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.lambda.Outcome.Died;
import io.tapedeck.lambda.Outcome.Failed;
import io.tapedeck.lambda.Outcome.TimedOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An execution environment: one process that serves one function, an invocation at a time. */
final class Sandbox implements AutoCloseable {
    /** Lambda gives ten seconds; a machine that does other things too may need more. */
    private static final Duration START = Duration.ofSeconds(90);

    private final RuntimeApi api;
    private final long start;
    private final Process process;

    /**
     * Starts the process.
     *
     * @param folder where it runs, as {@code /var/task} on Lambda
     * @param log where its output goes
     */
    Sandbox(RuntimeApi api, List<String> command, Path folder, Map<String, String> environment, Path log) {
        this.api = api;
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        start = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Invokes the function once it has started; an environment whose function overran its time is gone. */
    Outcome invoke(JsonNode event, Duration limit) {
        var died = process.onExit().<Outcome>thenApply(ended -> new Died(ended.exitValue()));
        var failed = first(api.started(), died.thenApply(_ -> Optional.<Failed>empty()), START);
        if (failed.isPresent()) {
            return failed.get();
        }
        try {
            return first(api.invoke(event, Instant.now().plus(limit)), died, limit);
        } catch (IllegalStateException overrun) {
            kill();
            return new TimedOut();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The process. */
    long pid() {
        return process.pid();
    }

    /** For how long it has been there. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What it has called of the Runtime API so far. */
    List<String> calls() {
        return api.calls();
    }

    /** The ids of the invocations that have come to a result so far. */
    List<String> finished() {
        return api.finished();
    }

    /** Ends it at once, whatever it does, and what it has started. */
    void kill() {
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        api.close();
    }

    /** Asks it to end by SIGTERM. Answers whether it did in time. */
    boolean terminate(Duration limit) throws InterruptedException {
        process.destroy();
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        kill();
    }

    private static <T> T first(CompletableFuture<T> one, CompletableFuture<T> other, Duration limit) {
        try {
            return one.applyToEither(other, result -> result).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("no answer within " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
