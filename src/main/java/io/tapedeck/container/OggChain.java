package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The files that an Ogg file was joined of: its end then tells the length of the last of them alone. */
public final class OggChain {
    private static final int WINDOW = 64 * 1024;
    private static final int PAGE_HEADER = 27;
    private static final int MOST_SEGMENTS = 255;
    private static final int LONGEST_HEAD = 64;
    private static final int BEGINNING_OF_STREAM = 2;

    private final FileChannel channel;
    private final List<Part> parts = new ArrayList<>();
    private boolean isBeginning;

    private OggChain(FileChannel channel) {
        this.channel = channel;
    }

    /** Looks at each page's header, as far as pages follow one another; the last part goes on to the end. */
    public static List<Part> parts(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new OggChain(channel).parts();
        }
    }

    private List<Part> parts() throws IOException {
        long start = 0;
        var window = Bytes.read(channel, start, WINDOW);
        for (int at = 0; ; ) {
            if (at + PAGE_HEADER + MOST_SEGMENTS + LONGEST_HEAD > window.limit()) {
                start += at;
                at = 0;
                window = Bytes.read(channel, start, WINDOW);
            }
            if (window.limit() < at + PAGE_HEADER || !Bytes.text(window, at, 4).equals("OggS")) {
                return ended(channel.size());
            }
            page(window, at, start + at);
            at += length(window, at);
        }
    }

    private void page(ByteBuffer window, int at, long position) {
        var begins = (window.get(at + 5) & BEGINNING_OF_STREAM) != 0;
        if (begins) {
            var head = SoundHead.inOgg(window, at + PAGE_HEADER + segments(window, at));
            if (isBeginning) {
                var first = parts.removeLast();
                var known = first.head().or(() -> head);
                parts.add(new Part(first.start(), position, known, OptionalDouble.empty()));
            } else {
                ended(position);
                parts.add(new Part(position, position, head, OptionalDouble.empty()));
            }
        }
        isBeginning = begins;
    }

    private List<Part> ended(long end) {
        if (!parts.isEmpty()) {
            parts.add(parts.removeLast().to(end));
        }
        return parts;
    }

    private static int segments(ByteBuffer window, int at) {
        return window.get(at + 26) & 0xff;
    }

    private static int length(ByteBuffer window, int at) {
        var segments = segments(window, at);
        var length = PAGE_HEADER + segments;
        for (int i = at + PAGE_HEADER; i < Math.min(at + PAGE_HEADER + segments, window.limit()); i++) {
            length += window.get(i) & 0xff;
        }
        return length;
    }
}
