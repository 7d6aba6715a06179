package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioProcessingException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs ffmpeg or ffprobe as a process without environment, input and the right to write files, within limits of time
 * and memory. It is gone when a call returns, however it returns.
 */
final class Tool {
    /** How a run ended: the exit code, and the first and last of what the tool said. */
    record Exit(int code, String log) {
        boolean ok() {
            return code == 0;
        }

        /** Whether the tool itself said so: tags of the file, which it prints too, are indented. */
        boolean says(String text) {
            return log.lines().anyMatch(line -> !line.startsWith(" ") && line.contains(text));
        }

        String lastLine() {
            return log.lines().filter(line -> !line.isBlank()).reduce("", (earlier, line) -> line);
        }
    }

    /** Takes what the tool writes, to its end. */
    interface Output {
        void drain(InputStream stream) throws IOException;
    }

    private static final String LIMITS = "ulimit -c 0; ulimit -f 0; ulimit -t %d; ulimit -v %d; exec \"$@\"";
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNAL = 128;

    private final FfmpegSettings settings;

    Tool(FfmpegSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs the command to its end.
     *
     * @throws AudioProcessingException if it is missing, is killed, takes too long or is out of memory, or the thread
     *     is interrupted
     */
    Exit run(List<String> command, Output output) {
        var process = start(command);
        try {
            var exit = await(process, output);
            return checked(exit, command.getFirst());
        } catch (TimeoutException e) {
            throw new AudioProcessingException(command.getFirst() + " took longer than " + settings.timeLimit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AudioProcessingException(command.getFirst() + " was interrupted", e);
        } finally {
            kill(process);
        }
    }

    private Process start(List<String> command) {
        var limits = LIMITS.formatted(settings.timeLimit().toSeconds() + 1, settings.memoryLimit() / 1024);
        var limited = new ArrayList<>(List.of("/bin/sh", "-c", limits, "sh"));
        limited.addAll(command);
        var builder = new ProcessBuilder(limited).redirectInput(new File("/dev/null"));
        var path = builder.environment().get("PATH");
        builder.environment().clear();
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AudioProcessingException("No process could be started for " + command.getFirst(), e);
        }
    }

    private Exit await(Process process, Output output) throws InterruptedException, TimeoutException {
        var log = new Log();
        var written = drain(process, process.getInputStream(), output);
        var said = drain(process, process.getErrorStream(), log::drain);
        try {
            CompletableFuture.allOf(written, said, process.onExit())
                    .get(settings.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
        return new Exit(process.exitValue(), log.toString());
    }

    /** A reader that gives up ends the process too, which would wait for it forever. */
    private static CompletableFuture<Void> drain(Process process, InputStream stream, Output output) {
        return CompletableFuture.runAsync(
                () -> {
                    try (stream) {
                        output.drain(stream);
                    } catch (IOException e) {
                        kill(process);
                        throw new AudioProcessingException("The tool's output could not be read", e);
                    } catch (RuntimeException e) {
                        kill(process);
                        throw e;
                    }
                },
                task -> Thread.ofPlatform().daemon().name("ffmpeg-output").start(task));
    }

    private static Exit checked(Exit exit, String tool) {
        if (exit.code() == NOT_FOUND || exit.code() == NOT_EXECUTABLE) {
            throw new AudioProcessingException(tool + " is missing or cannot be run: " + exit.lastLine());
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
