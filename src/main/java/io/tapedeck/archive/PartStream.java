package io.tapedeck.archive;

import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.MultipartStore.Assembly;
import io.tapedeck.storage.MultipartStore.Part;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes an object of whatever length, in parts of 8 MiB, of which one is in memory. There is no object until it is completed; one
 * that is given up must be aborted.
 */
public final class PartStream extends OutputStream {
    /** Bytes of each part but the last. 10,000 parts, which is what S3 takes, are 78 GiB. */
    static final int PART = 8 << 20;

    private final MultipartStore store;
    private final ObjectKey key;
    private final String multipart;
    private final ArrayList<Part> parts;
    private final byte[] buffer = new byte[PART];
    private int filled;
    private long size;

    private PartStream(MultipartStore store, ObjectKey key, String multipart, List<Part> parts) {
        this.store = store;
        this.key = key;
        this.multipart = multipart;
        this.parts = new ArrayList<>(parts);
    }

    /**
     * Begins an object.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     */
    public static PartStream begin(
            MultipartStore store, ObjectKey key, String contentType, Optional<String> encryptionKey) {
        return new PartStream(store, key, store.begin(key, contentType, encryptionKey), List.of());
    }

    /** Goes on with an object after its first parts, and what came after these. */
    static PartStream resume(MultipartStore store, ObjectKey key, String multipart, List<Part> parts, byte[] tail) {
        var stream = new PartStream(store, key, multipart, parts);
        System.arraycopy(tail, 0, stream.buffer, 0, tail.length);
        stream.filled = tail.length;
        stream.size = (long) parts.size() * PART + tail.length;
        return stream;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        var from = offset;
        while (from < offset + length) {
            var fits = Math.min(PART - filled, offset + length - from);
            System.arraycopy(bytes, from, buffer, filled, fits);
            filled += fits;
            from += fits;
            if (filled == PART) {
                send();
            }
        }
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** The store's name for what is under way. */
    String multipart() {
        return multipart;
    }

    /** The parts that are in the store. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** What was written after them. */
    byte[] tail() {
        return Arrays.copyOf(buffer, filled);
    }

    /**
     * Makes it an object.
     *
     * @throws IOException if what was sent is not there any more
     */
    public void complete() throws IOException {
        if (filled > 0 || parts.isEmpty()) {
            send();
        }
        switch (store.complete(key, multipart, parts)) {
            case Assembly.Assembled() -> {}
            case Assembly.Refused(var reason) -> throw new IOException(reason);
            case Assembly.NotUnderWay() -> throw new IOException("the parts are gone");
        }
    }

    /** Forgets what was written, unless it was completed. */
    public void abort() {
        store.abort(key, multipart);
    }

    private void send() {
        parts.add(store.put(key, multipart, parts.size() + 1, buffer, filled));
        filled = 0;
    }
}
