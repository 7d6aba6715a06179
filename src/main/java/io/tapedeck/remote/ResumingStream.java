package io.tapedeck.remote;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an object as they arrive. Where a connection breaks, as one does that is read slowly, another one goes on;
 * closing early does not wait for the rest.
 */
public final class ResumingStream extends InputStream {
    private static final int MAX_BREAKS = 5;

    private final Source source;
    private final long size;
    private Connection connection;
    private long position;
    private int breaks;

    /**
     * @param first gives all bytes of the object
     * @param source gives those of the same object from an offset on
     */
    public ResumingStream(Connection first, Source source) {
        this.connection = requireNonNull(first);
        this.size = first.length();
        this.source = requireNonNull(source);
    }

    /** Where the bytes of an object come from. */
    @FunctionalInterface
    public interface Source {
        /** Throws whatever it likes where the object is gone, another one, or cannot be reached. */
        Connection from(long offset);
    }

    /**
     * Bytes that are on their way.
     *
     * @param bytes whose end is waited for when they are closed
     * @param length how many there are to be
     * @param abort closes them without waiting
     */
    public record Connection(InputStream bytes, long length, Runnable abort) {
        public Connection {
            requireNonNull(bytes);
            requireNonNull(abort);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position < size) {
            var count = receive(target, offset, length);
            if (count >= 0) {
                position += count;
                breaks = 0;
                return count;
            }
        }
        return -1;
    }

    /** The number of bytes received; -1 if that is to be tried again. */
    private int receive(byte[] target, int offset, int length) throws IOException {
        try {
            var count = connection.bytes().read(target, offset, length);
            if (count >= 0) {
                return count;
            }
            throw new EOFException("The connection ended after %d of %d bytes".formatted(position, size));
        } catch (IOException broken) {
            reconnect(broken);
            return -1;
        }
    }

    private void reconnect(IOException broken) throws IOException {
        if (++breaks > MAX_BREAKS) {
            throw broken;
        }
        connection.abort().run();
        try {
            connection = source.from(position);
        } catch (RuntimeException refused) {
            throw new IOException("The object cannot be read any further", refused);
        }
    }

    /** Leaves a connection that has given all its bytes to whoever comes next. */
    @Override
    public void close() throws IOException {
        if (position == size) {
            connection.bytes().close();
        } else {
            connection.abort().run();
        }
    }
}
