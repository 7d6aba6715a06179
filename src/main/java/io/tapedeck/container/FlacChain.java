package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The files that a FLAC file was joined of. */
public final class FlacChain {
    private static final int WINDOW = 1 << 20;
    private static final int LONGEST_HEAD = 64;
    private static final int MARK = 4;
    private static final int BLOCK_HEADER = 4;
    private static final int MOST_BLOCKS = 10_000;
    private static final int SAMPLES = 18;
    private static final long MOST_SAMPLES = 0xf_ffff_ffffL;
    private static final int LAST_BLOCK = 0x8000_0000;
    private static final int LENGTH_OF_BLOCK = 0xff_ffff;
    /** The mark of a file, and the header of the block that must come first, whose length is always the same. */
    private static final String BEGINNING = "fLaC\0\0\0\"";

    private final FileChannel channel;
    private final List<Part> parts = new ArrayList<>();

    private FlacChain(FileChannel channel) {
        this.channel = channel;
    }

    /** Tags before the first belong to it. */
    public static List<Part> parts(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new FlacChain(channel).parts();
        }
    }

    private List<Part> parts() throws IOException {
        long start = 0;
        for (var at = next(Id3.length(channel)); at < channel.size(); at = next(behindBlocks(at))) {
            var info = Bytes.read(channel, at, LONGEST_HEAD).order(ByteOrder.BIG_ENDIAN);
            var head = SoundHead.flac(info, 0);
            if (head.isPresent() && !parts.isEmpty()) {
                end(at);
                start = at;
            }
            if (head.isPresent()) {
                parts.add(new Part(start, at, head, seconds(info, head.get().sampleRate())));
            }
        }
        end(channel.size());
        return parts;
    }

    private static OptionalDouble seconds(ByteBuffer info, int sampleRate) {
        var samples = info.getLong(SAMPLES) & MOST_SAMPLES;
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) samples / sampleRate);
    }

    private void end(long position) {
        if (!parts.isEmpty()) {
            parts.add(parts.removeLast().to(position));
        }
    }

    /** Where a file begins, from a position on; the end of all without any. */
    private long next(long from) throws IOException {
        for (var position = from; position < channel.size(); position += WINDOW - BEGINNING.length()) {
            var window = Bytes.read(channel, position, WINDOW);
            var text = new String(window.array(), 0, window.limit(), StandardCharsets.ISO_8859_1);
            if (text.contains(BEGINNING)) {
                return position + text.indexOf(BEGINNING);
            }
        }
        return channel.size();
    }

    /** Where the sound begins: pictures and the like may hold anything. */
    private long behindBlocks(long start) throws IOException {
        var position = start + MARK;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            var header = Bytes.read(channel, position, BLOCK_HEADER).order(ByteOrder.BIG_ENDIAN);
            if (header.limit() < BLOCK_HEADER) {
                break;
            }
            position += BLOCK_HEADER + (header.getInt(0) & LENGTH_OF_BLOCK);
            if ((header.getInt(0) & LAST_BLOCK) != 0) {
                break;
            }
        }
        return position;
    }
}
