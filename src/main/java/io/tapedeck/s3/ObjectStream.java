package io.tapedeck.s3;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object as they arrive. A connection that breaks is an error and not the object's end, and closing early
 * does not wait for the rest.
 */
final class ObjectStream extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> object;
    private long left;

    ObjectStream(ResponseInputStream<GetObjectResponse> object) {
        super(object);
        this.object = object;
        this.left = object.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        if (count < 0 && left > 0) {
            throw new EOFException("The connection ended %d bytes before the object".formatted(left));
        }
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        object.abort();
    }
}
