package io.tapedeck.ffmpeg;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Makes new audio with the real ffmpeg and says what came of it. */
public final class Producing {
    /** What was measured of files, by their SHA-256: many tests work on the same ones. */
    private static final Map<String, AudioMeasures> KNOWN = new ConcurrentHashMap<>();

    private Producing() {}

    /** The file as a task is given it. */
    public static AudioInput input(Path file) {
        var measures = KNOWN.computeIfAbsent(sha256(file), _ -> Measuring.measures(file));
        return new AudioInput(measures, () -> Files.newInputStream(file));
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
