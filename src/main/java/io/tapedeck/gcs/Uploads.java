package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.remote.Content;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes objects once and whole. */
final class Uploads {
    private static final int MOST = 3;

    private final GcsObjects objects;
    private final SingleUpload single;
    private final SessionUpload session;

    Uploads(BearerCalls calls, Addresses addresses, GcsObjects objects) {
        this.objects = requireNonNull(objects);
        this.single = new SingleUpload(calls, addresses, objects);
        this.session = new SessionUpload(calls, addresses);
    }

    /** @return the object; empty if there is one already */
    Optional<ObjectResource> put(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        for (int time = 0; time < MOST; time++) {
            switch (write(key, content, contentType, encryptionKey)) {
                case Written.Arrived arrived -> {
                    if (arrived.isWhole()) {
                        return Optional.of(arrived.object());
                    }
                    objects.delete(key, Map.of("generation", arrived.object().generation()));
                }
                case Written.Existing _ -> {
                    return Optional.empty();
                }
                case Written.Lost _ -> {}
            }
        }
        throw new StorageException.Unavailable(
                "What arrives at Google Cloud Storage is not what was sent.", Optional.empty());
    }

    private Written write(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        try {
            return content.length() > SessionUpload.CHUNK
                    ? session.write(key, content, contentType, encryptionKey)
                    : single.write(key, bytes(content), contentType, encryptionKey);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Content content) throws IOException {
        try (var source = content.source().open()) {
            var bytes = source.readNBytes((int) content.length());
            if (bytes.length < content.length()) {
                throw new EOFException(
                        "The content ends after %d of %d bytes".formatted(bytes.length, content.length()));
            }
            return bytes;
        }
    }
}
