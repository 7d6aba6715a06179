package io.tapedeck.ffmpeg.process;

import java.io.BufferedReader;
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

    /** ffmpeg says no line longer than 1 KB, whatever is in the file. */
    void drain(InputStream stream) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line; (line = reader.readLine()) != null; ) {
            if (filter.keeps(line)) {
                keep((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
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
