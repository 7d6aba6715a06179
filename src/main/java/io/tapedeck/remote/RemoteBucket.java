package io.tapedeck.remote;

import io.tapedeck.id.WireNames;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bucket at a provider, in that provider's protocol. It is the names of keys that count here, not the storage, which this is. Objects are
 * written once. Every method throws {@link
 * StorageException.Unavailable} where the provider is down, slow or busy after all attempts, and {@link
 * StorageException.Refused} where it refuses for good, the bucket is gone among that.
 */
public interface RemoteBucket {
    /**
     * Writes an object unless there is one under its key, in constant memory, in parts where it is large. It has been written
     * whole: length and a checksum that the provider computed are those of the bytes sent, or nothing is left of it.
     *
     * @param encryptionKey the provider's name of a key of its key service, in place of the bucket's own
     * @return the object; empty if there is one already, which stays as it is
     * @throws UnusableKeyException if the provider cannot or may not encrypt with the key given
     */
    Optional<StoredObject> put(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey);

    /**
     * Copies an object within the bucket, at the provider, unless there is one under the other key.
     *
     * @param encryptionKey as at {@link #put}
     * @return the copy, or the object that was there already; empty if the source is gone
     * @throws UnusableKeyException if the provider cannot or may not encrypt with the key given
     */
    Optional<StoredObject> copy(ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey);

    /** What lies there; empty for nothing. */
    Optional<StoredObject> find(ObjectKey key);

    /**
     * Begins to read an object; the reader closes. The stream goes on where a connection broke, of the same object only, and ends
     * with all of its bytes or an {@link java.io.IOException}.
     *
     * @return its bytes; empty for nothing there
     */
    Optional<InputStream> open(ObjectKey key);

    /**
     * A URL of the provider's by which anyone gets the object, with ranges, until it expires to the second.
     *
     * @param disposition value of the answer's Content-Disposition
     */
    String presign(ObjectKey key, String contentType, String disposition, Duration validity);

    /**
     * All keys that begin so, those among them of which only parts have arrived, where the provider tells them. Ones that the prefix does
     * not hold may be among them.
     */
    List<ObjectKey> list(KeyPrefix prefix);

    /** Deletes an object, and what has arrived of one that was being written; nothing there is no error. */
    void delete(ObjectKey key);

    /** What keeps objects that were deleted. */
    Set<Remnant> remnants();

    /** A setting of a bucket that keeps what was deleted, against a retention that is to destroy. */
    enum Remnant {
        VERSIONING,
        SOFT_DELETE,
        RETENTION_LOCK;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }
}
