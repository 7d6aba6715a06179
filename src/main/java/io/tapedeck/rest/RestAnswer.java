package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What a service answers. Whoever is done with it closes it; what was not read of its body is then not waited for. */
public final class RestAnswer implements AutoCloseable {
    /** Bytes of an answer that is read whole. */
    private static final int LARGEST = 16 << 20;

    private static final int MOST_BREAKS = 3;

    private final SdkHttpResponse head;
    private final AbortableInputStream body;

    RestAnswer(SdkHttpResponse head, Optional<AbortableInputStream> body) {
        this.head = requireNonNull(head);
        this.body = body.orElseGet(AbortableInputStream::createEmpty);
    }

    public int status() {
        return head.statusCode();
    }

    public boolean isSuccessful() {
        return head.isSuccessful();
    }

    /** The first header of a name, in whatever case. */
    public Optional<String> header(String name) {
        return head.firstMatchingHeader(name);
    }

    /** The body as it arrives; closing it closes the answer. */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body.
     *
     * @throws IOException if the connection breaks, or it is longer than 16 MiB
     */
    public byte[] bytes() throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("The answer is longer than any that was asked for");
        }
        return bytes;
    }

    /**
     * What comes of reading a whole answer, which is asked for again where it breaks off.
     *
     * @param from whose answer it is, in the message
     * @throws StorageException.Unavailable if it breaks off each time
     */
    public static <T> T whole(String from, Supplier<RestAnswer> asking, Reading<T> reading) {
        IOException last = null;
        for (int breaks = 0; breaks < MOST_BREAKS; breaks++) {
            try {
                return reading.of(asking.get());
            } catch (IOException broken) {
                last = broken;
            }
        }
        throw new StorageException.Unavailable("The answers of %s break off.".formatted(from), Optional.empty(), last);
    }

    /** Reads an answer to its end, and closes it. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(RestAnswer answer) throws IOException;
    }

    @Override
    public void close() {
        body.abort();
    }
}
