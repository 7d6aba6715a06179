package io.tapedeck.container;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** ID3v2 tags, which may lie before the sound. */
final class Id3 {
    private static final int HEADER = 10;
    private static final int MOST_TAGS = 8;

    private Id3() {}

    /** Bytes of all tags at the start of the file; 0 without any. */
    static long length(FileChannel channel) throws IOException {
        return length(channel, 0);
    }

    /** The same from a position on. */
    static long length(FileChannel channel, long start) throws IOException {
        long length = 0;
        for (int tags = 0; tags < MOST_TAGS; tags++) {
            var header = Bytes.read(channel, start + length, HEADER);
            if (header.limit() < HEADER || !Bytes.text(header, 0, 3).equals("ID3")) {
                break;
            }
            var footer = (header.get(5) & 0x10) == 0 ? 0 : HEADER;
            length += HEADER + synchsafe(header.getInt(6)) + footer;
        }
        return length;
    }

    /** Seven bits of each byte count, the most significant byte first. */
    private static int synchsafe(int littleEndian) {
        var bits = Integer.reverseBytes(littleEndian);
        return bits & 0x7f | (bits >> 8 & 0x7f) << 7 | (bits >> 16 & 0x7f) << 14 | (bits >> 24 & 0x7f) << 21;
    }
}
