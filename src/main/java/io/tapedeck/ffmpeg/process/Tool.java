package io.tapedeck.ffmpeg.process;

import io.tapedeck.audio.AudioProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs ffmpeg and ffprobe for a piece of work, each as a process with an environment of its own, within limits of memory and of
 * what it writes to files, and all together within a limit of time that begins when the tool is made. A process is killed when its
 * call returns, however it returns.
 */
public final class Tool {
    /** How a run ended: the exit code, and the first and last of what the tool said. */
    public record Exit(int code, String log) {
        public boolean ok() {
            return code == 0;
        }

        /**
         * The same where the tool did all that it was to.
         *
         * @throws AudioProcessingException if it failed
         */
        public Exit checked() {
            if (!ok()) {
                throw failure();
            }
            return this;
        }

        /** What to throw where it failed, by the last that it printed. */
        public AudioProcessingException failure() {
            return new AudioProcessingException("ffmpeg failed: " + lastLine());
        }

        /** Whether the tool itself said so: tags of the file, which it prints too, are indented. */
        public boolean says(String text) {
            return log.lines().anyMatch(line -> !line.startsWith(" ") && line.contains(text));
        }

        public String lastLine() {
            return log.lines()
                    .filter(line -> !line.isBlank() && !line.equals("Conversion failed!"))
                    .reduce("", (earlier, line) -> line);
        }
    }

    /**
     * Runs ffmpeg for another that reads what it writes. That the other has what it needs and reads no more is no error, nor is
     * what is at fault in the file: all until then is passed on.
     *
     * @throws AudioProcessingException if it failed for another reason
     */
    public void pass(List<String> command, Input input, OutputStream reader) {
        var exit = run(new Run(command, input, sound -> sound.transferTo(reader), line -> true, 0));
        if (!exit.ok() && !exit.says("Broken pipe") && !FfmpegFaults.isOfTheFile(exit)) {
            throw exit.failure();
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

    /** A heap of its own for each thread would take up 64 MiB of addresses. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    /** Stacks of 2 MiB, since ffmpeg has a thread for each of what may be a hundred inputs. */
    private static final String LIMITS =
            "ulimit -c 0; ulimit -s 2048; ulimit -f %d; ulimit -t %d; ulimit -v %d; exec \"$@\"";
    /** Bytes in which the shell counts the size of files. */
    private static final int BLOCK = 512;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNAL = 128;
    private static final int FILE_TOO_LARGE = 25;

    private final FfmpegSettings settings;
    private final long end;

    public Tool(FfmpegSettings settings) {
        this.settings = settings;
        this.end = System.nanoTime() + settings.timeLimit().toNanos();
    }

    /** Runs a command that reads nothing and writes no files. */
    public Exit run(List<String> command, Output output) {
        return run(new Run(command, Input.NONE, output, line -> true, 0));
    }

    /**
     * Runs the command to its end.
     *
     * @throws AudioProcessingException if it is missing, is killed, takes too long, is out of memory or disk space, or
     *     the thread is interrupted
     */
    public Exit run(Run run) {
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
            throw new AudioProcessingException(name + " was interrupted", e);
        } finally {
            kill(process);
        }
    }

    private AudioProcessingException tooLong(String name) {
        return new AudioProcessingException(
                "%s and what ran before took longer than %s".formatted(name, settings.timeLimit()));
    }

    private Process start(Run run) {
        var cpuSeconds = Runtime.getRuntime().availableProcessors()
                * (settings.timeLimit().toSeconds() + 1);
        var blocks = Math.ceilDiv(run.mostWritten(), BLOCK);
        var limits = LIMITS.formatted(blocks, cpuSeconds, settings.memoryLimit() / 1024);
        var limited = new ArrayList<>(List.of("/bin/sh", "-c", limits, "sh"));
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
            throw new AudioProcessingException(
                    "No process could be started for " + run.command().getFirst(), e);
        }
    }

    private Exit await(Process process, Run run) throws InterruptedException, TimeoutException {
        var log = new LogTail(run.lines());
        var fed = aside(process, () -> feed(process.getOutputStream(), run.input()));
        var written = aside(process, () -> drain(process.getInputStream(), run.output()));
        var said = aside(process, () -> drain(process.getErrorStream(), log::drain));
        try {
            CompletableFuture.allOf(fed, written, said).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
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
            throw new AudioProcessingException("The tool's output could not be read", e);
        }
    }

    /** Whoever gives up ends the process too, which would wait forever. */
    private static CompletableFuture<Void> aside(Process process, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        kill(process);
                        throw e;
                    }
                },
                task -> Thread.ofPlatform().daemon().name("ffmpeg-stream").start(task));
    }

    private static Exit checked(Exit exit, String tool) {
        if (exit.code() == NOT_FOUND || exit.code() == NOT_EXECUTABLE) {
            throw new AudioProcessingException(tool + " is missing or cannot be run: " + exit.lastLine());
        }
        if (exit.says("No space left on device")) {
            throw new AudioProcessingException(tool + " ran out of disk space");
        }
        if (exit.code() == SIGNAL + FILE_TOO_LARGE) {
            throw new AudioProcessingException(tool + " wrote more than what it was to make can have");
        }
        if (exit.code() > SIGNAL) {
            throw new AudioProcessingException(tool + " was killed by signal " + (exit.code() - SIGNAL));
        }
        if (!exit.ok() && exit.says("Cannot allocate memory")) {
            throw new AudioProcessingException(tool + " ran out of memory");
        }
        return exit;
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
