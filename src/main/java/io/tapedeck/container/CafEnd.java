package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The end of a CAF file, which must not come before that of any of its chunks. */
public final class CafEnd {
    private static final int FILE_HEADER = 8;
    private static final int CHUNK_HEADER = 12;
    private static final int MOST_CHUNKS = 10_000;
    /** The length of sound that goes on to the end of the file, wherever that is. */
    private static final long OPEN = -1;

    private CafEnd() {}

    public static boolean isMissing(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long position = FILE_HEADER;
            for (int i = 0; i < MOST_CHUNKS; i++) {
                var header = Bytes.read(channel, position, CHUNK_HEADER).order(ByteOrder.BIG_ENDIAN);
                var length = header.limit() < CHUNK_HEADER ? OPEN : header.getLong(4);
                position += CHUNK_HEADER;
                if (length < 0 || length > channel.size() - position) {
                    return length > 0;
                }
                position += length;
            }
            return false;
        }
    }
}
