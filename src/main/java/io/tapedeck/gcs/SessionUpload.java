package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.gcs.Session.Chunk;
import io.tapedeck.remote.Content;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Sends a large object in chunks, one buffer at a time. It is there once the last one is. */
final class SessionUpload {
    /** Bytes; Google takes multiples of 256 KiB. */
    static final int CHUNK = 8 << 20;

    private static final Set<Integer> FORGOTTEN = Set.of(404, 410);

    private final BearerCalls calls;
    private final Addresses addresses;

    SessionUpload(BearerCalls calls, Addresses addresses) {
        this.calls = requireNonNull(calls);
        this.addresses = requireNonNull(addresses);
    }

    /** @throws IOException if the content cannot be read */
    Written write(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey)
            throws IOException {
        var begun = begin(key, content.length(), contentType, encryptionKey);
        if (begun.status() == Written.CONDITION_FAILED) {
            return new Written.Existing();
        }
        if (!begun.isSuccessful()) {
            throw Refusals.explained(begun, encryptionKey);
        }
        var session = new Session(calls, address(begun), content.length());
        var isLeft = true;
        try (var bytes = content.source().open()) {
            var written = send(session, bytes, content.length(), encryptionKey);
            isLeft = written instanceof Written.Lost;
            return written;
        } catch (StorageException.Unavailable silent) {
            // it would not answer that either
            isLeft = false;
            throw silent;
        } finally {
            if (isLeft) {
                session.cancel();
            }
        }
    }

    private Reply begin(ObjectKey key, long length, String contentType, Optional<String> encryptionKey) {
        var metadata = JsonNodeFactory.instance.objectNode().put("contentType", contentType);
        var body = Optional.of(Body.of(metadata.toString().getBytes(UTF_8)));
        var address = addresses.upload("resumable", key, encryptionKey);
        return calls.send(bearer -> new RestRequest(
                SdkHttpMethod.POST,
                address,
                Map.of(
                        "Authorization",
                        bearer,
                        "Content-Type",
                        "application/json; charset=UTF-8",
                        "X-Upload-Content-Type",
                        contentType,
                        "X-Upload-Content-Length",
                        Long.toString(length)),
                body));
    }

    private static Written send(Session session, InputStream bytes, long total, Optional<String> encryptionKey)
            throws IOException {
        var checksums = new Checksums.Running();
        var buffer = new byte[CHUNK];
        for (long start = 0; ; start += CHUNK) {
            var count = bytes.readNBytes(buffer, 0, (int) Math.min(CHUNK, total - start));
            checksums.add(buffer, 0, count);
            var isLast = start + count == total;
            if (!isLast && count < CHUNK) {
                throw new EOFException("The content ends after %d of %d bytes".formatted(start + count, total));
            }
            var whole = isLast ? Optional.of(checksums.sum()) : Optional.<Checksums>empty();
            var reply = session.send(new Chunk(buffer, count, start, whole));
            var goesOn = reply.status() == Session.INCOMPLETE && Session.arrived(reply) == start + count;
            if (isLast || !goesOn) {
                return outcome(reply, whole, encryptionKey);
            }
        }
    }

    private static Written outcome(Reply reply, Optional<Checksums> whole, Optional<String> encryptionKey) {
        if (reply.isSuccessful() && whole.isPresent()) {
            return new Written.Arrived(ObjectResource.of(reply.json()), whole.get());
        }
        if (reply.status() == Written.CONDITION_FAILED) {
            return new Written.Existing();
        }
        if (FORGOTTEN.contains(reply.status()) || reply.status() == Session.INCOMPLETE || Refusals.isOfDamage(reply)) {
            return new Written.Lost();
        }
        throw Refusals.explained(reply, encryptionKey);
    }

    /** The address that Google gives the session; an access token goes there, and nowhere else. */
    private URI address(Reply begun) {
        return begun.header("Location")
                .map(URI::create)
                .filter(this::isGoogles)
                .orElseThrow(() -> new StorageException.Unavailable(
                        "Google Cloud Storage begins an upload elsewhere.", Optional.empty()));
    }

    private boolean isGoogles(URI location) {
        var endpoint = addresses.endpoint();
        return location.getScheme().equals(endpoint.getScheme())
                && (location.getRawAuthority().equals(endpoint.getRawAuthority())
                        || location.getRawAuthority().endsWith(".googleapis.com"));
    }
}
