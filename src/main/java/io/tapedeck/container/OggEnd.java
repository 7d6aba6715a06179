package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The end of an Ogg file, whose last page must be whole and marked as the last of its stream. */
public final class OggEnd {
    /** "OggS", read as a little-endian number. */
    private static final int CAPTURE_PATTERN = 0x5367674f;

    private static final int LONGEST_PAGE = 65_307;
    private static final int PAGE_HEADER = 27;
    private static final int END_OF_STREAM = 4;

    private OggEnd() {}

    public static boolean isMissing(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var from = Math.max(0, channel.size() - LONGEST_PAGE);
            var tail = Bytes.read(channel, from, LONGEST_PAGE);
            for (int start = tail.limit() - PAGE_HEADER; start >= 0; start--) {
                if (tail.getInt(start) == CAPTURE_PATTERN) {
                    return (tail.get(start + 5) & END_OF_STREAM) == 0 || isCut(tail, start);
                }
            }
            return true;
        }
    }

    private static boolean isCut(ByteBuffer tail, int start) {
        var segments = tail.get(start + 26) & 0xff;
        var end = start + PAGE_HEADER + segments;
        for (int i = 0; i < segments && end <= tail.limit(); i++) {
            end += tail.get(start + PAGE_HEADER + i) & 0xff;
        }
        return end > tail.limit();
    }
}
