package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Pieces of a file. */
final class Bytes {
    private Bytes() {}

    /** As many bytes as there are at the position, at most {@code count}; little-endian, ready to be read. */
    static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    /** One character per byte; shorter where the buffer ends. */
    static String text(ByteBuffer buffer, int offset, int count) {
        var bytes = new byte[Math.clamp(buffer.limit() - offset, 0, count)];
        if (bytes.length > 0) {
            buffer.get(offset, bytes);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
