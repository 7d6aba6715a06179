package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the header of a WAV file says of its data, and what is there. Recorders that crash or stream leave lengths that
 * are zero, huge, or those of an earlier moment.
 *
 * @param claimed bytes of sound by the header
 * @param present bytes of sound that the file has
 * @param length what to make of the claim
 */
record WavHeader(long claimed, long present, Length length) {
    /** How the claimed length relates to the file. */
    enum Length {
        RIGHT,
        /** The file ends before it. */
        CUT,
        /** It is a stand-in, or what follows is no chunk but more sound: the data go on to the end of the file. */
        UNTRUE
    }

    private static final int CHUNK_HEADER = 8;
    private static final int MOST_CHUNKS = 1000;
    private static final long LONGEST_CUT_CHUNK = 1 << 20;
    private static final long STAND_IN = 0x7fff_0000L;
    private static final long ALL_ONES = 0xffff_ffffL;

    /** Empty if the file has no chunk of data. */
    static Optional<WavHeader> of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long dataSize64 = -1;
            long position = 12;
            for (int i = 0; i < MOST_CHUNKS; i++) {
                var chunk = Bytes.read(channel, position, CHUNK_HEADER + 16);
                if (chunk.limit() < CHUNK_HEADER) {
                    break;
                }
                if (id(chunk).equals("data")) {
                    var claimed = size(chunk) == ALL_ONES && dataSize64 >= 0 ? dataSize64 : size(chunk);
                    return Optional.of(data(channel, position + CHUNK_HEADER, claimed));
                }
                if (id(chunk).equals("ds64") && chunk.limit() >= CHUNK_HEADER + 16) {
                    dataSize64 = chunk.getLong(CHUNK_HEADER + 8);
                }
                position = next(position, size(chunk));
            }
            return Optional.empty();
        }
    }

    private static WavHeader data(FileChannel channel, long start, long claimed) throws IOException {
        var rest = Math.max(0, channel.size() - start);
        if (claimed > rest || claimed < 0) {
            var standIn = claimed < 0 || claimed >= STAND_IN && claimed <= ALL_ONES;
            return new WavHeader(claimed, rest, standIn ? Length.UNTRUE : Length.CUT);
        }
        return chunksFill(channel, start + claimed + (claimed & 1))
                ? new WavHeader(claimed, claimed, Length.RIGHT)
                : new WavHeader(claimed, rest, Length.UNTRUE);
    }

    /** Whether nothing but chunks lies from there to the end; the last may be cut, and a few bytes may be left over. */
    private static boolean chunksFill(FileChannel channel, long start) throws IOException {
        long position = start;
        for (int i = 0; i < MOST_CHUNKS && position + CHUNK_HEADER <= channel.size(); i++) {
            var chunk = Bytes.read(channel, position, CHUNK_HEADER);
            var cut = position + CHUNK_HEADER + size(chunk) > channel.size();
            if (!id(chunk).matches("[ -~]{4}") || cut && size(chunk) > LONGEST_CUT_CHUNK) {
                return false;
            }
            position = next(position, size(chunk));
        }
        return true;
    }

    private static long next(long position, long size) {
        return position + CHUNK_HEADER + size + (size & 1);
    }

    private static String id(ByteBuffer chunk) {
        return Bytes.text(chunk, 0, 4);
    }

    private static long size(ByteBuffer chunk) {
        return Integer.toUnsignedLong(chunk.getInt(4));
    }
}
