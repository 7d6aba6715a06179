package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Md5;
import io.tapedeck.remote.Content;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Writes objects: in one request, or in blocks through one buffer where they are larger than that. */
final class Uploads {
    private static final int BLOCK = 16 << 20;

    private final Blobs blobs;
    private final AzureContainer container;

    Uploads(Blobs blobs, AzureContainer container) {
        this.blobs = requireNonNull(blobs);
        this.container = requireNonNull(container);
    }

    /** @return empty if there is one already */
    Optional<BlobProperties> put(ObjectKey key, Content content, Terms terms) {
        try (var bytes = content.source().open()) {
            return content.length() <= BLOCK ? whole(key, content, terms, bytes) : inBlocks(key, content, terms, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<BlobProperties> whole(ObjectKey key, Content content, Terms terms, InputStream bytes)
            throws IOException {
        var buffer = new byte[(int) content.length()];
        fill(bytes, buffer, buffer.length);
        var call = Call.put(container.path(key))
                .header("x-ms-blob-type", "BlockBlob")
                .headers(terms.ofBlob());
        var md5 = Md5.of(buffer, buffer.length).base64();
        return written(key, content, terms, md5, blobs.send(call, buffer, buffer.length, md5));
    }

    private Optional<BlobProperties> inBlocks(ObjectKey key, Content content, Terms terms, InputStream bytes)
            throws IOException {
        if (blobs.find(key).isPresent()) {
            return Optional.empty();
        }
        try {
            var upload = new BlockUpload(blobs, container.path(key), terms);
            var digest = Md5.begin();
            var buffer = new byte[BLOCK];
            for (long left = content.length(); left > 0; ) {
                var length = (int) Math.min(left, BLOCK);
                fill(bytes, buffer, length);
                digest.update(buffer, 0, length);
                upload.send(buffer, length);
                left -= length;
            }
            var md5 = Md5.of(digest).base64();
            return written(key, content, terms, md5, upload.commit(Optional.of(md5)));
        } catch (StorageException.Refused | UnusableKeyException | IOException failed) {
            discard(key, failed);
            throw failed;
        }
    }

    /** Has nothing left of what failed, where the service lets that be. */
    private void discard(ObjectKey key, Exception failed) {
        try {
            blobs.discard(key);
        } catch (StorageException | UnusableKeyException also) {
            failed.addSuppressed(also);
        }
    }

    private Optional<BlobProperties> written(ObjectKey key, Content content, Terms terms, String md5, Reply reply) {
        var written = blobs.written(key, terms, reply);
        if (written.filter(own -> own.size() != content.length() || !own.md5().equals(Optional.of(md5)))
                .isPresent()) {
            blobs.delete(key);
            throw new StorageException.Unavailable("What lies there is not what was sent.", Optional.empty());
        }
        return written;
    }

    private static void fill(InputStream bytes, byte[] buffer, int length) throws IOException {
        var count = bytes.readNBytes(buffer, 0, length);
        if (count < length) {
            throw new EOFException("There are fewer bytes to be written than there were to be");
        }
    }
}
