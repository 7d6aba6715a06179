package io.tapedeck.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of which the disk keeps no zeros. */
final class SparseFile extends OutputStream {
    private static final byte[] ZEROS = new byte[1 << 16];

    private final RandomAccessFile file;

    SparseFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(int b) throws IOException {
        file.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length <= ZEROS.length && Arrays.equals(bytes, offset, offset + length, ZEROS, 0, length)) {
            file.seek(file.getFilePointer() + length);
        } else {
            file.write(bytes, offset, length);
        }
    }

    @Override
    public void close() throws IOException {
        file.setLength(file.getFilePointer());
        file.close();
    }
}
