package io.tapedeck.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The first and the last of what a process says, in constant memory however much it says. */
final class Log {
    private static final int KEPT = 32 * 1024;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final byte[] last = new byte[KEPT];
    private long rest;

    void drain(InputStream stream) throws IOException {
        var buffer = new byte[4096];
        for (int count; (count = stream.read(buffer)) >= 0; ) {
            int head = Math.min(count, KEPT - first.size());
            first.write(buffer, 0, head);
            for (int i = head; i < count; i++) {
                last[(int) (rest++ % KEPT)] = buffer[i];
            }
        }
    }

    @Override
    public String toString() {
        var text = new ByteArrayOutputStream();
        text.writeBytes(first.toByteArray());
        for (long i = Math.max(0, rest - KEPT); i < rest; i++) {
            text.write(last[(int) (i % KEPT)]);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
