package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where audio lies for good: objects that are written once, each in the storage that its key names. Callers fetch them by presigned
 * URLs. Storages other than the deployment's own throw {@link StorageException}.
 */
public interface AudioStore {
    /**
     * Writes a file.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     * @throws UnusableKeyException if the store cannot or may not encrypt with the key given
     */
    StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey);

    /**
     * Keeps an upload. A store beside the uploads copies the object; any other writes the file with the same bytes.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     * @return what is kept, or nothing if the upload had to be copied and is gone or another by now
     * @throws UnusableKeyException if the store cannot or may not encrypt with the key given
     */
    Optional<StoredObject> keep(Upload upload, ObjectKey to, String contentType, Optional<String> encryptionKey);

    /**
     * Copies an object.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     * @return the copy, or nothing if the object is gone
     * @throws UnusableKeyException if the store cannot or may not encrypt with the key given
     */
    Optional<StoredObject> copy(ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey);

    Optional<StoredObject> find(ObjectKey key);

    /**
     * Begins to read an object; the reader closes.
     *
     * @return its bytes, or nothing if the object is gone
     */
    Optional<InputStream> open(ObjectKey key);

    /**
     * A URL to fetch an object from.
     *
     * @param disposition value of the answer's Content-Disposition
     */
    String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity);

    /**
     * Deletes all objects whose keys begin so.
     *
     * @return how many there were
     */
    int deleteAll(KeyPrefix prefix);

    /**
     * What came in.
     *
     * @param etag of the object that was copied to the file
     */
    record Upload(ObjectKey key, String etag, Path file) {
        public Upload {
            requireNonNull(key);
            requireNonNull(etag);
            requireNonNull(file);
        }
    }
}
