package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.SampleAudio;
import io.tapedeck.analysis.CallSound;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Listens to made calls of 8 kHz with the real ffmpeg. */
final class Heard {
    static final int RATE = 8000;
    static final String[] LINEAR = {"-c:a", "pcm_s16le"};
    static final String[] LINE = {"-af", "highpass=f=300,lowpass=f=3400", "-c:a", "pcm_mulaw"};

    private Heard() {}

    /** What is heard in a file. */
    static CallSound in(Path file) {
        return in(Producing.input(file));
    }

    static CallSound in(AudioInput input) {
        try {
            var folder = Files.createTempDirectory("heard");
            try {
                return new FfmpegSoundAnalyzer(Measuring.SETTINGS).listen(input, folder, share -> {});
            } finally {
                try (var files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A WAV file.
     *
     * @param coding what ffmpeg is told of it
     * @param channels of the same length; full scale is 1
     */
    static Path file(Path folder, String[] coding, double[]... channels) {
        try {
            var raw = Files.write(folder.resolve("made.raw"), bytes(channels));
            var file = Files.createTempFile(folder, "made", ".wav");
            var command = new ArrayList<>(List.of("-f", "s16le", "-ar", String.valueOf(RATE)));
            command.addAll(List.of("-ac", String.valueOf(channels.length), "-i", raw.toString()));
            command.addAll(Arrays.asList(coding));
            command.add(file.toString());
            SampleAudio.ffmpeg(command.toArray(String[]::new));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double seconds(List<Range> ranges) {
        return ranges.stream().mapToDouble(Range::length).sum();
    }

    private static byte[] bytes(double[]... channels) {
        var bytes =
                ByteBuffer.allocate(2 * channels.length * channels[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < channels[0].length; i++) {
            for (var channel : channels) {
                bytes.putShort((short) Math.clamp(Math.round(32_768 * channel[i]), Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
        return bytes.array();
    }
}
