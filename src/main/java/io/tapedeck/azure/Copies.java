package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Copies objects within the container, at the service, block by block: that goes for any size, where what copies a blob at once ends
 * with 256 MiB.
 */
final class Copies {
    private static final long BLOCK = 64 << 20;
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final Blobs blobs;
    private final AzureContainer container;
    private final SignedUrls urls;

    Copies(Blobs blobs, AzureContainer container, SignedUrls urls) {
        this.blobs = requireNonNull(blobs);
        this.container = requireNonNull(container);
        this.urls = requireNonNull(urls);
    }

    /** @return what is there then; empty if the source is gone */
    Optional<BlobProperties> copy(ObjectKey from, ObjectKey to, Terms terms) {
        var source = blobs.find(from);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        return blobs.find(to).or(() -> copy(from, source.get(), to, terms));
    }

    private Optional<BlobProperties> copy(ObjectKey from, BlobProperties source, ObjectKey to, Terms terms) {
        var upload = new BlockUpload(blobs, container.path(to), terms);
        for (long first = 0; first < source.size(); first += BLOCK) {
            var last = Math.min(first + BLOCK, source.size()) - 1;
            var reply = upload.copy(urls.source(from, VALIDITY), source.etag(), first, last);
            if (!reply.isSuccessful()) {
                blobs.discard(to);
                if (blobs.find(from).filter(source::equals).isEmpty()) {
                    return Optional.empty();
                }
                throw Refusals.of(reply, terms.scope());
            }
        }
        return blobs.written(to, terms, upload.commit(source.md5())).or(() -> blobs.find(to));
    }
}
