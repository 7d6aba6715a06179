package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** WAV files of 8 kHz, a party on each channel with a voice of its own, whatever their headers say of places in a room. */
final class Parties {
    static final int RATE = 8000;
    private static final int SUBFORMAT = 16;

    private Parties() {}

    /** Parties that all speak for 2 s, each at its pitch and equally loud. */
    static Path of(Path file, int channels, OptionalInt mask) {
        return write(
                file, wav(IntStream.range(0, channels).mapToObj(Parties::voice).toArray(short[][]::new), mask));
    }

    /** One of these parties alone. */
    static Path party(Path file, int number) {
        return write(file, wav(new short[][] {voice(number)}, OptionalInt.empty()));
    }

    private static short[] voice(int number) {
        var hertz = 320 + 170 * number;
        return Pcm.of(RATE, 2, t -> 0.1 * Math.sin(2 * Math.PI * hertz * t) * Math.sin(3 * Math.PI * t));
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] wav(short[][] channels, OptionalInt mask) {
        var frames = channels[0].length;
        var size = frames * channels.length * Short.BYTES;
        var format = mask.isPresent() ? 40 : 16;
        var wav = ByteBuffer.allocate(28 + format + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(20 + format + size).put(ascii("WAVEfmt ")).putInt(format);
        wav.putShort((short) (mask.isPresent() ? 0xfffe : 1))
                .putShort((short) channels.length)
                .putInt(RATE);
        wav.putInt(RATE * channels.length * Short.BYTES).putShort((short) (channels.length * Short.BYTES));
        wav.putShort((short) SUBFORMAT);
        if (mask.isPresent()) {
            wav.putShort((short) 22).putShort((short) SUBFORMAT).putInt(mask.getAsInt());
            wav.putInt(1).putInt(0x0010_0000).putInt(0xaa00_0080).putInt(0x719b_3800);
        }
        wav.put(ascii("data")).putInt(size);
        for (int i = 0; i < frames; i++) {
            for (var channel : channels) {
                wav.putShort(channel[i]);
            }
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
