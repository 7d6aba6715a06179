package io.tapedeck.remote;

import io.tapedeck.id.Ulid;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.SourceFetcher.Fetch;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries a storage: writes a small object, reads it, fetches it by a signed URL as callers do, and deletes it. */
public final class Probe {
    private static final String TYPE = "text/plain";
    private static final String DISPOSITION = "attachment; filename=\"probe.txt\"";
    private static final byte[] BYTES = "Tapedeck was here for a moment.\n".getBytes(StandardCharsets.US_ASCII);

    private final SourceFetcher reach;
    private final SourceFetcher sharedReach;
    private final Clock clock;

    /**
     * @param reach fetches from wherever tenants' storages may be
     * @param sharedReach fetches from wherever the deployment's may be
     */
    public Probe(SourceFetcher reach, SourceFetcher sharedReach, Clock clock) {
        this.reach = reach;
        this.sharedReach = sharedReach;
        this.clock = clock;
    }

    /** What came of it. What was written is gone afterwards, unless it cannot be deleted. */
    public StorageCheck check(Supplier<RemoteBucket> opening, Ulid id) {
        return check(opening, id, reach);
    }

    /** What came of trying a storage that all tenants know. */
    public StorageCheck checkShared(Supplier<RemoteBucket> opening, Ulid id) {
        return check(opening, id, sharedReach);
    }

    private StorageCheck check(Supplier<RemoteBucket> opening, Ulid id, SourceFetcher fetcher) {
        try {
            var bucket = opening.get();
            tryOut(bucket, fetcher, new ObjectKey("probes/" + id + ".txt"));
            return new StorageCheck(clock.instant(), List.copyOf(bucket.remnants()), Optional.empty());
        } catch (StorageException e) {
            return new StorageCheck(clock.instant(), List.of(), Optional.of(e.getMessage()));
        }
    }

    private static void tryOut(RemoteBucket bucket, SourceFetcher fetcher, ObjectKey key) {
        try {
            use(bucket, fetcher, key);
        } catch (StorageException failed) {
            deleteAfter(failed, bucket, key);
            throw failed;
        }
        bucket.delete(key);
        require(bucket.list(KeyPrefix.of(key)).isEmpty(), "What was deleted is still there.");
    }

    private static void use(RemoteBucket bucket, SourceFetcher fetcher, ObjectKey key) {
        require(bucket.put(key, Content.of(BYTES), TYPE, Optional.empty()).isPresent(), "What is written is not kept.");
        require(Arrays.equals(read(bucket, key), BYTES), "What is read is not what was written.");
        fetch(fetcher, bucket.presign(key, TYPE, DISPOSITION, Duration.ofMinutes(1)));
    }

    /** It is what failed first that is told. */
    private static void deleteAfter(StorageException failed, RemoteBucket bucket, ObjectKey key) {
        try {
            bucket.delete(key);
        } catch (StorageException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private static byte[] read(RemoteBucket bucket, ObjectKey key) {
        try (var content =
                bucket.open(key).orElseThrow(() -> new StorageException.Refused("What was written cannot be found."))) {
            // no more than tells that it is another one, whoever answers
            return content.readNBytes(BYTES.length + 1);
        } catch (IOException broken) {
            throw new StorageException.Unavailable("What was written could not be read.", Optional.empty(), broken);
        }
    }

    private static void fetch(SourceFetcher fetcher, String url) {
        try {
            var file = Files.createTempFile("probe", ".txt");
            try {
                requireFetched(fetcher.fetch(url, file), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFetched(Fetch fetch, Path file) throws IOException {
        switch (fetch) {
            case Fetch.Fetched fetched ->
                require(
                        fetched.size() == BYTES.length && Arrays.equals(Files.readAllBytes(file), BYTES),
                        "A signed URL leads to other bytes.");
            case Fetch.Refused(var failure) ->
                throw new StorageException.Refused("A signed URL does not work: " + failure.message());
            case Fetch.Unreachable(var failure, var retryAfter) ->
                throw new StorageException.Unavailable("A signed URL does not work: " + failure.message(), retryAfter);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StorageException.Refused(otherwise);
        }
    }
}
