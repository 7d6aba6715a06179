package io.tapedeck.archive;

import java.io.InputStream;
import java.util.Arrays;

/** As many zeros as are wanted. */
final class Zeros extends InputStream {
    private long left;

    Zeros(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        var read = (int) Math.min(length, left);
        Arrays.fill(bytes, offset, offset + read, (byte) 0);
        left -= read;
        return read;
    }
}
