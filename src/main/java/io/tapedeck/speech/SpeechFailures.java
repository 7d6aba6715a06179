package io.tapedeck.speech;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.process.Limits;
import io.tapedeck.process.ToolFailedException;
import java.util.Optional;

/** Says that an engine failed: with what happened to it, and nothing of what it heard or where it lies. */
public final class SpeechFailures {
    private static final int MIB = 1 << 20;

    private SpeechFailures() {}

    /**
     * That it may go well another time.
     *
     * @param what happened, to be said after the engine's name
     */
    public static TemporaryFailureException of(SpeechEngine engine, String what) {
        return new TemporaryFailureException(
                new Failure("transcriber-failed", "The transcription engine %s %s.".formatted(engine, what)),
                Optional.empty());
    }

    /** Why an engine cannot do what is asked of it, however often. */
    public static Failure unsupportedLanguage(SpeechEngine engine, String language, String what) {
        return new Failure(
                "unsupported-language",
                "The transcription engine %s does not know the language %s: %s.".formatted(engine, language, what));
    }

    static TemporaryFailureException of(SpeechEngine engine, ToolFailedException failure, Limits limits)
            throws InterruptedException {
        return switch (failure.reason()) {
            case INTERRUPTED -> {
                Thread.interrupted();
                throw new InterruptedException(failure.getMessage());
            }
            case MISSING -> of(engine, "is missing, or cannot be run here");
            case TOO_SLOW ->
                of(
                        engine,
                        "took longer than the %d s that it has"
                                .formatted(limits.time().toSeconds()));
            case OUT_OF_MEMORY ->
                of(engine, "needs more memory than the %d MiB that it has".formatted(limits.memory() / MIB));
            case OUT_OF_DISK -> of(engine, "ran out of disk space");
            case WROTE_TOO_MUCH -> of(engine, "wrote more than there can be to write of so much sound");
            case KILLED ->
                of(
                        engine,
                        "was killed or crashed, as it would without enough memory; it has %d MiB"
                                .formatted(limits.memory() / MIB));
            case UNREADABLE -> of(engine, "was not understood, since its output could not be read");
        };
    }
}
