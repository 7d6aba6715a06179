package io.tapedeck.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the sound of a WAV file lies.
 *
 * @param format the content of its chunk "fmt ", as ffmpeg reads it right
 * @param sound what is played, in this order
 * @param header what to make of the lengths
 * @param isPlain whether ffmpeg finds the same by itself: the sound lies in one piece, and the chunks say where
 * @param hasOther whether there is also sound of another form, which cannot be played on
 */
public record WavFile(byte[] format, List<Stretch> sound, WavHeader header, boolean isPlain, boolean hasOther) {
    /** Bytes of the file. */
    public record Stretch(long start, long length) {}

    private static final int ADPCM_MICROSOFT = 2;
    private static final int ADPCM_IMA = 17;
    private static final int RATE = 4;
    private static final int BLOCK_SIZE = 12;
    private static final int SAMPLES_OF_BLOCK = 18;
    private static final int UNKNOWN = -1;

    public WavFile {
        sound = List.copyOf(sound);
    }

    /** Empty if the file has no chunk of data. */
    public static Optional<WavFile> of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new WavReader(channel).read();
        }
    }

    /** Kbps of codecs whose blocks say how many samples they hold; of others nothing is said. */
    public OptionalDouble blockKbps() {
        var fmt = ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN);
        var tag = fmt.limit() < SAMPLES_OF_BLOCK + Short.BYTES ? 0 : fmt.getShort(0);
        if (tag != ADPCM_MICROSOFT && tag != ADPCM_IMA) {
            return OptionalDouble.empty();
        }
        var samples = Short.toUnsignedInt(fmt.getShort(SAMPLES_OF_BLOCK));
        var kilobits = blockSize() * 8 / 1000.0;
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of(kilobits * fmt.getInt(RATE) / samples);
    }

    /** Writes the sound and nothing else, behind a header that leaves its length open. */
    public void write(Path file, OutputStream to) throws IOException {
        to.write(openHeader());
        var target = Channels.newChannel(to);
        try (var channel = FileChannel.open(file)) {
            for (var stretch : sound) {
                var end = stretch.start() + whole(stretch.length());
                for (var at = stretch.start(); at < end; ) {
                    at += channel.transferTo(at, end - at, target);
                }
            }
        }
    }

    /** What goes on after a part of a block would be out of step. */
    private long whole(long length) {
        return sound.size() == 1 || blockSize() == 0 ? length : length - length % blockSize();
    }

    private int blockSize() {
        return format.length < BLOCK_SIZE + Short.BYTES
                ? 0
                : Short.toUnsignedInt(
                        ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN).getShort(BLOCK_SIZE));
    }

    private byte[] openHeader() {
        var header =
                ByteBuffer.allocate(28 + format.length + (format.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(UNKNOWN).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(format.length).put(format).put(new byte[format.length & 1]);
        return header.put(ascii("data")).putInt(UNKNOWN).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
