package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where callers send audio, by presigned URLs and never through this program. It lies here until it is taken in. */
public interface UploadStore {
    /** A URL to send a whole file to. Size, content type and hash are signed where they were announced. */
    PresignedPut presignUpload(ObjectKey key, UploadTerms terms, Duration validity);

    Optional<StoredObject> find(ObjectKey key);

    /**
     * Copies an upload to a file.
     *
     * @return what was copied, or nothing if the upload is gone
     */
    Optional<FetchedObject> fetch(ObjectKey key, Path target);

    /**
     * Reads an upload that is small.
     *
     * @return nothing if it is gone or another by now
     */
    Optional<byte[]> read(StoredObject upload);

    /**
     * Copies an upload out of the way of those that follow, as bytes of no known kind.
     *
     * @return whether it was; it is not if it is gone or another by now
     */
    boolean copy(StoredObject upload, ObjectKey to);

    void delete(ObjectKey key);

    /**
     * Deletes an upload unless it was overwritten.
     *
     * @param etag of the upload that is meant; another one stays
     */
    void delete(ObjectKey key, String etag);

    /**
     * Deletes all uploads whose keys begin so, unfinished ones in parts as well.
     *
     * @return how many objects there were
     */
    int deleteAll(KeyPrefix prefix);

    /**
     * A PUT that may be made until it expires.
     *
     * @param headers to be sent with it
     */
    record PresignedPut(String url, Map<String, String> headers) {
        public PresignedPut {
            requireNonNull(url);
            headers = Map.copyOf(headers);
        }
    }

    /**
     * What was copied to a file.
     *
     * @param size bytes
     * @param sha256 lower-case hexadecimal
     */
    record FetchedObject(String etag, long size, String sha256) {
        public FetchedObject {
            requireNonNull(etag);
            requireNonNull(sha256);
        }
    }
}
