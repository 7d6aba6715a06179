package io.tapedeck.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object as they arrive. Where a connection breaks, as one does that is read slowly, another one goes on;
 * closing early does not wait for the rest.
 */
final class ObjectStream extends InputStream {
    private static final int MAX_BREAKS = 5;

    private final LongFunction<ResponseInputStream<GetObjectResponse>> source;
    private final long size;
    private ResponseInputStream<GetObjectResponse> connection;
    private long position;
    private int breaks;

    /** @param source gives the bytes of an object from an offset on; the object never changes */
    ObjectStream(LongFunction<ResponseInputStream<GetObjectResponse>> source) {
        this.source = source;
        this.connection = source.apply(0);
        this.size = connection.response().contentLength();
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
            var count = connection.read(target, offset, length);
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
        connection.abort();
        try {
            connection = source.apply(position);
        } catch (SdkException refused) {
            throw new IOException("The object cannot be read any further", refused);
        }
    }

    @Override
    public void close() {
        connection.abort();
    }
}
