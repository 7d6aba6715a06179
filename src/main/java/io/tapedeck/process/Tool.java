package io.tapedeck.process;

import io.tapedeck.process.ToolFailedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs programs for a piece of work, each as a process with an environment of its own, within limits of memory and of what it
 * writes to files, and all together within a limit of time that begins when the tool is made. A process has ended when its call
 * returns, however it returns.
 */
public final class Tool {
    /** How a run ended: the exit code, and the first and last of what the tool said. */
    public record Exit(int code, String log) {
        public boolean ok() {
            return code == 0;
        }

        /** Whether the program itself said so: what it prints of its input, such as tags, is indented. */
        public boolean says(String text) {
            return log.lines().anyMatch(line -> !line.startsWith(" ") && line.contains(text));
        }

        public String lastLine() {
            return lastLine(line -> true);
        }

        /** The last that says something. */
        public String lastLine(Predicate<String> says) {
            return log.lines().filter(line -> !line.isBlank()).filter(says).reduce("", (earlier, line) -> line);
        }
    }

    /** Hands over what the tool reads. */
    public interface Input {
        Input NONE = stream -> {};

        /** Writes to the end, or until the stream takes no more, which is no error. */
        void feed(OutputStream stream);
    }

    /** Takes what the tool writes, to its end. */
    public interface Output {
        void drain(InputStream stream) throws IOException;
    }

    /**
     * A command and what belongs to it.
     *
     * @param lines is told what the tool says, and keeps what it returns false for from the log
     * @param mostWritten bytes that a file which it writes may have
     */
    public record Run(List<String> command, Input input, Output output, LogTail.Filter lines, long mostWritten) {}

    /** A heap of its own for each thread would take up 64 MiB of addresses; and whisper.cpp, where it crashes, calls for a debugger. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1", "GGML_NO_BACKTRACE", "1");

    /** Stacks of 2 MiB, since a program may have a hundred threads. */
    private static final String LIMITS =
            "ulimit -c 0; ulimit -s 2048; ulimit -f %d; ulimit -t %d; ulimit -v %d; exec \"$@\"";
    /** Bytes in which the shell counts the size of files. */
    private static final int BLOCK = 512;

    private static final List<String> OUT_OF_MEMORY = List.of("Cannot allocate memory", "std::bad_alloc");
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNAL = 128;
    private static final int FILE_TOO_LARGE = 25;

    /** How long a process that was killed takes to be gone, at most; one that waits for a broken disk is not waited for. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private final Limits limits;
    private final Function<ToolFailedException, ? extends RuntimeException> failures;
    private final long end;

    /** @param failures what to throw where a program could not be run */
    public Tool(Limits limits, Function<ToolFailedException, ? extends RuntimeException> failures) {
        this.limits = limits;
        this.failures = failures;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /** One that says itself why a program could not be run. */
    public Tool(Limits limits) {
        this(limits, Function.identity());
    }

    /** Runs a command that reads nothing and writes no files. */
    public Exit run(List<String> command, Output output) {
        return run(new Run(command, Input.NONE, output, line -> true, 0));
    }

    /**
     * Runs the command to its end.
     *
     * @throws RuntimeException as given to the tool if the program is missing, is killed, takes too long, is out of memory or disk
     *     space, or the thread is interrupted, which it still is then
     */
    public Exit run(Run run) {
        try {
            return ended(run);
        } catch (ToolFailedException e) {
            throw failures.apply(e);
        }
    }

    private Exit ended(Run run) {
        var name = run.command().getFirst();
        if (System.nanoTime() > end) {
            throw tooLong(name);
        }
        var process = start(run);
        try {
            return checked(await(process, run), name);
        } catch (TimeoutException e) {
            throw tooLong(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolFailedException(Reason.INTERRUPTED, name + " was interrupted", e);
        } finally {
            kill(process);
        }
    }

    private ToolFailedException tooLong(String name) {
        return new ToolFailedException(
                Reason.TOO_SLOW, "%s and what ran before took longer than %s".formatted(name, limits.time()));
    }

    private Process start(Run run) {
        var cpuSeconds =
                Runtime.getRuntime().availableProcessors() * (limits.time().toSeconds() + 1);
        var blocks = Math.ceilDiv(run.mostWritten(), BLOCK);
        var shell = LIMITS.formatted(blocks, cpuSeconds, limits.memory() / 1024);
        var limited = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
        limited.addAll(run.command());
        var builder = new ProcessBuilder(limited);
        var path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ToolFailedException(
                    Reason.MISSING,
                    "No process could be started for " + run.command().getFirst(),
                    e);
        }
    }

    private Exit await(Process process, Run run) throws InterruptedException, TimeoutException {
        var log = new LogTail(run.lines());
        var first = new AtomicReference<RuntimeException>();
        var fed = aside(process, first, () -> feed(process.getOutputStream(), run.input()));
        var written = aside(process, first, () -> drain(process.getInputStream(), run.output()));
        var said = aside(process, first, () -> drain(process.getErrorStream(), log::drain));
        try {
            CompletableFuture.allOf(fed, written, said).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw Optional.ofNullable(first.get()).orElseGet(() -> new IllegalStateException(e.getCause()));
        }
        if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        return new Exit(process.exitValue(), log.toString());
    }

    private static void feed(OutputStream stream, Input input) {
        try (stream) {
            input.feed(stream);
        } catch (IOException e) {
            // closing sends what was left: a tool that has what it needs does not take it
        }
    }

    private static void drain(InputStream stream, Output output) {
        try (stream) {
            output.drain(stream);
        } catch (IOException e) {
            throw new ToolFailedException(Reason.UNREADABLE, "The tool's output could not be read", e);
        }
    }

    /** Whoever gives up ends the process too, which would wait forever; the others then fail as well, but not for a reason. */
    private static CompletableFuture<Void> aside(
            Process process, AtomicReference<RuntimeException> first, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        first.compareAndSet(null, e);
                        kill(process);
                        throw e;
                    }
                },
                task -> Thread.ofPlatform().daemon().name("tool-stream").start(task));
    }

    private static Exit checked(Exit exit, String tool) {
        if (exit.code() == NOT_FOUND || exit.code() == NOT_EXECUTABLE) {
            throw new ToolFailedException(Reason.MISSING, tool + " is missing or cannot be run: " + exit.lastLine());
        }
        if (exit.says("No space left on device")) {
            throw new ToolFailedException(Reason.OUT_OF_DISK, tool + " ran out of disk space");
        }
        if (exit.code() == SIGNAL + FILE_TOO_LARGE) {
            throw new ToolFailedException(
                    Reason.WROTE_TOO_MUCH, tool + " wrote more than what it was to make can have");
        }
        if (!exit.ok() && OUT_OF_MEMORY.stream().anyMatch(exit::says)) {
            throw new ToolFailedException(Reason.OUT_OF_MEMORY, tool + " ran out of memory");
        }
        if (exit.code() > SIGNAL) {
            throw new ToolFailedException(Reason.KILLED, tool + " was killed by signal " + (exit.code() - SIGNAL));
        }
        return exit;
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit()
                    .completeOnTimeout(process, LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
