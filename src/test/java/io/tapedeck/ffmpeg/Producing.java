package io.tapedeck.ffmpeg;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioProcessor.Production.Impossible;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Plan;
import io.tapedeck.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Makes new audio with the real ffmpeg and says what came of it. */
public final class Producing {
    private Producing() {}

    /** The file as a task is given it. */
    public static AudioInput input(Path file) {
        return new AudioInput(Measuring.measures(file), () -> Files.newInputStream(file));
    }

    static Production production(AudioTask task, Path folder, Path... files) {
        var known = Arrays.stream(files).distinct().collect(Collectors.toMap(file -> file, Producing::input));
        var inputs = Arrays.stream(files).map(known::get).toList();
        return production(task, folder, inputs);
    }

    static Production production(AudioTask task, Path folder, List<AudioInput> inputs) {
        try {
            var empty = Files.createTempDirectory(folder, "work");
            return production(new FfmpegAudioProcessor(Measuring.SETTINGS), task, inputs, empty, share -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a processor makes of a task as it is planned for the inputs. */
    public static Production production(
            AudioProcessor processor, AudioTask task, List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        return switch (task.plan(inputs.stream().map(AudioInput::measures).toList())) {
            case Plan.Infeasible(var failure) -> new Impossible(failure);
            case Plan.Feasible(var encoding) -> processor.produce(task, encoding, inputs, folder, progress);
        };
    }

    public static Produced produced(AudioTask task, Path folder, Path... files) {
        return produced(production(task, folder, files));
    }

    static Produced produced(AudioTask task, Path folder, List<AudioInput> inputs) {
        return produced(production(task, folder, inputs));
    }

    private static Produced produced(Production production) {
        return switch (production) {
            case Produced produced -> produced;
            case Unchanged(var result) -> throw new AssertionError("unchanged: " + result);
            case Impossible(var failure) -> throw new AssertionError("impossible: " + failure);
        };
    }

    static Failure failure(AudioTask task, Path folder, Path... files) {
        return switch (production(task, folder, files)) {
            case Impossible(var failure) -> failure;
            case Produced produced -> throw new AssertionError("possible: " + produced);
            case Unchanged unchanged -> throw new AssertionError("possible: " + unchanged);
        };
    }
}
