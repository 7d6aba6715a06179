package io.tapedeck.speech;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.process.Limits;
import io.tapedeck.process.Printed;
import io.tapedeck.process.Tool;
import io.tapedeck.process.ToolFailedException;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * An engine that is a program: one process for each piece, in a folder of its own beside the piece, which is gone afterwards.
 * It may take a minute and ten times what it has to hear, and write 1 MiB and 32 KiB for each second of that.
 *
 * @param engine for whoever reads why it failed
 * @param memory bytes of address space
 */
public record SpeechProgram(SpeechEngine engine, long memory) {
    private static final Duration START = Duration.ofMinutes(1);
    private static final int SLOWEST = 10;
    private static final int MILLISECONDS = 1000;
    private static final int BYTES = 1 << 20;
    private static final int BYTES_A_SECOND = 32 << 10;

    public SpeechProgram {
        requireNonNull(engine);
    }

    /** How it is called, and what it answers. */
    public interface Call {
        /**
         * The command line.
         *
         * @param folder for what the program writes; it has no other
         */
        List<String> line(Path folder);

        /**
         * Reads the answer.
         *
         * @param folder with what the program wrote
         * @param printed what it printed
         * @throws IOException if nothing is there
         * @throws RuntimeException if it is something else than words
         */
        List<Word> words(Path folder, byte[] printed) throws IOException;
    }

    /**
     * The words in a piece.
     *
     * @param wav the piece
     * @param heard seconds that the program listens for, whatever the piece lasts
     * @throws TemporaryFailureException if it failed
     * @throws InterruptedException if nobody waits any more; the process has ended then
     */
    public List<Word> words(Path wav, double heard, Call call) throws InterruptedException {
        try {
            var folder = Files.createTempDirectory(wav.toAbsolutePath().getParent(), engine.toString());
            try {
                return heard(folder, heard, call);
            } finally {
                remove(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw SpeechFailures.of(engine, "could not be given a folder");
        }
    }

    private List<Word> heard(Path folder, double heard, Call call) throws InterruptedException {
        var printed = new Printed((int) mostBytes(heard));
        var run = new Tool.Run(call.line(folder), Tool.Input.NONE, printed, printed, mostBytes(heard));
        var limits = new Limits(timeLimit(heard), memory);
        try {
            var exit = new Tool(limits).run(run);
            if (!exit.ok()) {
                throw SpeechFailures.of(engine, "ended with an error (%d)".formatted(exit.code()));
            }
        } catch (ToolFailedException e) {
            throw SpeechFailures.of(engine, e, limits);
        }
        return read(call, folder, printed.written());
    }

    /** What a program wrote can be anything. */
    private List<Word> read(Call call, Path folder, byte[] printed) {
        try {
            return call.words(folder, printed);
        } catch (IOException e) {
            throw SpeechFailures.of(engine, "wrote nothing");
        } catch (ProblemException | IllegalArgumentException | UncheckedIOException e) {
            throw SpeechFailures.of(engine, "wrote something else than words with their times");
        }
    }

    static Duration timeLimit(double heard) {
        return START.plusMillis((long) (SLOWEST * MILLISECONDS * heard));
    }

    private static long mostBytes(double heard) {
        return Math.min(BYTES + (long) (BYTES_A_SECOND * heard), Integer.MAX_VALUE - BYTES);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
