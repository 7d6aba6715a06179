package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Whether an Ogg file consists of several, one after the other: its end then tells the length of the last of them alone. */
public final class OggChain {
    private static final int WINDOW = 64 * 1024;
    private static final int PAGE_HEADER = 27;
    private static final int BEGINNING_OF_STREAM = 2;

    private OggChain() {}

    /** Looks at each page's header, as far as pages follow one another. */
    public static boolean isIn(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var begun = false;
            long start = 0;
            var window = Bytes.read(channel, start, WINDOW);
            for (int at = 0; ; ) {
                if (at + PAGE_HEADER + 255 > window.limit()) {
                    start += at;
                    at = 0;
                    window = Bytes.read(channel, start, WINDOW);
                }
                if (window.limit() < at + PAGE_HEADER
                        || !Bytes.text(window, at, 4).equals("OggS")) {
                    return false;
                }
                var begins = (window.get(at + 5) & BEGINNING_OF_STREAM) != 0;
                if (begins && begun) {
                    return true;
                }
                begun |= !begins;
                at += length(window, at);
            }
        }
    }

    private static int length(ByteBuffer window, int at) {
        var segments = window.get(at + 26) & 0xff;
        var length = PAGE_HEADER + segments;
        for (int i = at + PAGE_HEADER; i < Math.min(at + PAGE_HEADER + segments, window.limit()); i++) {
            length += window.get(i) & 0xff;
        }
        return length;
    }
}
