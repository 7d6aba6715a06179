package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;

/** An upload under way that Google remembers: after any trouble it says how much has arrived, and the rest is sent. */
final class Session {
    /** The status that says that bytes are missing. */
    static final int INCOMPLETE = 308;

    private static final int MOST_STALLS = 5;
    private static final Pattern RANGE = Pattern.compile("bytes=0-([0-9]{1,18})");

    private final BearerCalls calls;
    private final URI address;
    private final long total;

    /**
     * @param address by which Google knows it
     * @param total bytes of the object
     */
    Session(BearerCalls calls, URI address, long total) {
        this.calls = requireNonNull(calls);
        this.address = requireNonNull(address);
        this.total = total;
    }

    /**
     * Some bytes of the object.
     *
     * @param bytes that begin with them
     * @param start where they are in the object
     * @param whole what the object comes to, for the last ones
     */
    record Chunk(byte[] bytes, int count, long start, Optional<Checksums> whole) {
        long end() {
            return start + count;
        }
    }

    /**
     * Sends bytes until all have arrived.
     *
     * @return the answer to the last of them
     */
    Reply send(Chunk chunk) {
        var arrived = chunk.start();
        for (int stalls = 0; stalls < MOST_STALLS; stalls++) {
            var reply = ask(chunk, arrived, stalls);
            if (reply.status() != INCOMPLETE) {
                return reply;
            }
            var now = arrived(reply);
            if (now == chunk.end() && chunk.whole().isEmpty() || now < chunk.start() || now > chunk.end()) {
                return reply;
            }
            stalls = now > arrived ? -1 : stalls;
            arrived = now;
        }
        throw new StorageException.Unavailable("Google Cloud Storage takes no more of an upload.", Optional.empty());
    }

    /** How many bytes have arrived. */
    static long arrived(Reply reply) {
        return reply.header("Range")
                .map(RANGE::matcher)
                .filter(range -> range.matches())
                .map(range -> Long.parseLong(range.group(1)) + 1)
                .orElse(0L);
    }

    /** Forgets it, with what has arrived. If that does not come off, Google does so after a week. */
    void cancel() {
        try {
            calls.send(bearer -> new RestRequest(SdkHttpMethod.DELETE, address, Map.of("Authorization", bearer)));
        } catch (StorageException remains) {
            // whoever writes is told of what went wrong before
        }
    }

    /**
     * Sends what is missing. Where that gets no answer, nobody knows how much of it has arrived, so that is asked instead. After a stall it
     * is sent once more before, since what failed may have been a connection that was closed between two uses.
     */
    private Reply ask(Chunk chunk, long from, int stalls) {
        var attempts = new AtomicInteger();
        return calls.send(bearer -> request(chunk, attempts.getAndIncrement() <= stalls ? from : chunk.end(), bearer));
    }

    private RestRequest request(Chunk chunk, long from, String bearer) {
        var count = (int) (chunk.end() - from);
        var headers = new HashMap<String, String>();
        headers.put("Authorization", bearer);
        headers.put(
                "Content-Range",
                count == 0 ? "bytes */" + total : "bytes %d-%d/%d".formatted(from, chunk.end() - 1, total));
        chunk.whole().ifPresent(checksums -> headers.put("X-Goog-Hash", checksums.header()));
        var offset = (int) (from - chunk.start());
        var body = new Body(count, () -> new ByteArrayInputStream(chunk.bytes(), offset, count));
        return new RestRequest(SdkHttpMethod.PUT, address, headers, Optional.of(body));
    }
}
