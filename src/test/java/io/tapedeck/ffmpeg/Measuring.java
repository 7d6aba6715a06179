package io.tapedeck.ffmpeg;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.AudioProcessor.Measurement.Unusable;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.problem.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures with the real ffmpeg and says what came of it. */
public final class Measuring {
    /** The tools under test; what samples are made with is another matter. */
    public static final FfmpegSettings SETTINGS =
            FfmpegSettings.of(tool("FFMPEG", "ffmpeg"), tool("FFPROBE", "ffprobe"));

    private Measuring() {}

    private static String tool(String variable, String standard) {
        return System.getenv().getOrDefault(variable, standard);
    }

    static Measured measured(Path file) {
        return switch (new FfmpegAudioProcessor(SETTINGS).measure(file)) {
            case Measured measured -> measured;
            case Unusable(var failure) -> throw new AssertionError("unusable: " + failure);
        };
    }

    public static AudioMeasures measures(Path file) {
        return measured(file).measures();
    }

    /** The same as it was kept before there was a signal. */
    static AudioMeasures unsigned(AudioMeasures of) {
        return new AudioMeasures(
                of.format(),
                of.codec(),
                of.sampleRate(),
                of.bitrate(),
                of.channels(),
                of.duration(),
                of.quality(),
                of.loudness(),
                of.layout(),
                of.speech(),
                of.warnings(),
                Optional.empty());
    }

    static List<Warning.Code> warnings(Path file) {
        return measures(file).warnings().stream().map(Warning::code).toList();
    }

    static Failure failure(Path file) {
        return switch (new FfmpegAudioProcessor(SETTINGS).measure(file)) {
            case Measured measured -> throw new AssertionError("usable: " + measured);
            case Unusable(var failure) -> failure;
        };
    }
}
