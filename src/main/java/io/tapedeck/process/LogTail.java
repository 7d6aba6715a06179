package io.tapedeck.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The first and the last of what a process says, in constant memory however much it says. */
public final class LogTail {
    /** Looks at each line. */
    public interface Filter {
        /** Whether the line is to be kept. */
        boolean keeps(String line);
    }

    private static final int KEPT = 32 * 1024;

    private final Filter filter;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final byte[] last = new byte[KEPT];
    private long rest;

    LogTail(Filter filter) {
        this.filter = filter;
    }

    /** A line that goes on for longer than 32 KB counts as several. */
    void drain(InputStream stream) throws IOException {
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        var line = new StringBuilder();
        var buffer = new char[KEPT];
        for (int count; (count = reader.read(buffer)) >= 0; ) {
            take(line, buffer, count);
        }
        end(line);
    }

    private void take(StringBuilder line, char[] buffer, int count) {
        var start = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r') {
                line.append(buffer, start, i - start);
                end(line);
                start = i + 1;
            }
        }
        line.append(buffer, start, count - start);
        if (line.length() >= KEPT) {
            end(line);
        }
    }

    private void end(StringBuilder text) {
        var line = text.toString();
        text.setLength(0);
        if (!line.isEmpty() && filter.keeps(line)) {
            keep((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void keep(byte[] line) {
        int head = Math.min(line.length, KEPT - first.size());
        first.write(line, 0, head);
        for (int i = head; i < line.length; i++) {
            last[(int) (rest++ % KEPT)] = line[i];
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
