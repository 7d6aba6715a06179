package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.ffmpeg.Samples;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Sound of 8 kHz that is put together; full scale is 1. */
final class MadeSound {
    private static final int RATE = Heard.RATE;
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");

    private MadeSound() {}

    static double[] of(double seconds, DoubleUnaryOperator sound) {
        return IntStream.range(0, (int) Math.round(seconds * RATE))
                .mapToDouble(i -> sound.applyAsDouble(i / (double) RATE))
                .toArray();
    }

    static double[] silence(double seconds) {
        return new double[(int) Math.round(seconds * RATE)];
    }

    static double[] noise(double seconds, double amplitude) {
        var random = new Random(3);
        return of(seconds, t -> amplitude * random.nextGaussian());
    }

    /** What somebody says in one of the calls there are. */
    static double[] said(String file, int channel, double start, double end) {
        return Arrays.copyOfRange(
                Samples.of(AUDIO.resolve(file)).channels()[channel], (int) (start * RATE), (int) (end * RATE));
    }

    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** At the mean level of speech. */
    static double[] leveled(double[] sound) {
        var squares =
                Arrays.stream(sound).map(sample -> sample * sample).average().orElseThrow();
        return scaled(sound, 0.1 / Math.sqrt(squares));
    }

    static double[] scaled(double[] sound, double gain) {
        return Arrays.stream(sound).map(sample -> gain * sample).toArray();
    }

    static double[] mixed(double[]... sounds) {
        return IntStream.range(0, sounds[0].length)
                .mapToDouble(i ->
                        Arrays.stream(sounds).mapToDouble(sound -> sound[i]).sum())
                .toArray();
    }

    static double seconds(double[] sound) {
        return sound.length / (double) RATE;
    }
}
