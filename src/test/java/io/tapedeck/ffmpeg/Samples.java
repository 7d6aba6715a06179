package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a file decodes to, by the ffmpeg under test: the layer's starts in a twentieth of the time of one with all its libraries.
 *
 * @param channels full scale is 1
 */
public record Samples(double[][] channels) {
    private static final int FIRST_CHUNK = 12;
    private static final int CHANNELS = 22;
    /** {@code data}, little-endian. */
    private static final int DATA = 0x6174_6164;

    public static Samples of(Path file) {
        return decoded(file, List.of());
    }

    /** The same at another rate. */
    public static Samples of(Path file, int sampleRate) {
        return decoded(file, List.of("-ar", String.valueOf(sampleRate)));
    }

    private static Samples decoded(Path file, List<String> output) {
        var command =
                new ArrayList<>(List.of(Measuring.SETTINGS.ffmpeg(), "-nostdin", "-v", "error", "-i", file.toString()));
        command.addAll(output);
        command.addAll(List.of("-c:a", "pcm_f64le", "-f", "wav", "pipe:1"));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return parse(process.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Samples parse(byte[] bytes) {
        var wav = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = wav.getShort(CHANNELS);
        var all =
                wav.position(sound(wav)).slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        var channels = new double[count][all.remaining() / count];
        for (int i = 0; all.remaining() >= count; i++) {
            for (int channel = 0; channel < count; channel++) {
                channels[channel][i] = all.get();
            }
        }
        return new Samples(channels);
    }

    /** Where it begins. */
    private static int sound(ByteBuffer wav) {
        var chunk = FIRST_CHUNK;
        while (wav.getInt(chunk) != DATA) {
            chunk += 8 + wav.getInt(chunk + 4);
        }
        return chunk + 8;
    }

    int count() {
        return channels.length;
    }

    /** Samples of each channel. */
    public int length() {
        return channels[0].length;
    }

    public Samples channel(int number) {
        return new Samples(new double[][] {channels[number]});
    }

    public Samples from(int start, int end) {
        return new Samples(Arrays.stream(channels)
                .map(channel -> Arrays.copyOfRange(channel, start, end))
                .toArray(double[][]::new));
    }

    double mean(int channel) {
        return Arrays.stream(channels[channel]).average().orElse(0);
    }

    /** RMS of a channel. */
    double level(int channel) {
        return Math.sqrt(
                Arrays.stream(channels[channel]).map(x -> x * x).average().orElse(0));
    }

    public double peak() {
        return Arrays.stream(channels)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** The square root of the mean square of all channels together. */
    public double rms() {
        return Math.sqrt(Arrays.stream(channels)
                .flatMapToDouble(Arrays::stream)
                .map(sample -> sample * sample)
                .average()
                .orElse(0));
    }

    /** How alike two are, sample by sample, of all channels together: 1 is the same but for the level. */
    public double correlation(Samples other) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int channel = 0; channel < count(); channel++) {
            for (int i = 0; i < Math.min(length(), other.length()); i++) {
                var x = channels[channel][i];
                var y = other.channels[channel][i];
                xx += x * x;
                yy += y * y;
                xy += x * y;
            }
        }
        return xy / Math.sqrt(xx * yy);
    }
}
