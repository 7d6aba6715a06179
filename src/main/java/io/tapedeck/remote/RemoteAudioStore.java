package io.tapedeck.remote;

import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Audio in a bucket elsewhere. Uploads do not come there, so that what is kept passes through here. */
public final class RemoteAudioStore implements AudioStore {
    private final RemoteBucket bucket;
    private final RemoteObjects objects;

    public RemoteAudioStore(RemoteBucket bucket) {
        this.bucket = bucket;
        this.objects = new RemoteObjects(bucket);
    }

    @Override
    public StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey) {
        try {
            return objects.put(key, Content.of(file), contentType, encryptionKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredObject> keep(
            Upload upload, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return Optional.of(put(to, upload.file(), contentType, encryptionKey));
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return bucket.copy(from, to, contentType, encryptionKey).map(copy -> copy.at(to));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return bucket.find(key).map(found -> found.at(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return bucket.open(key);
    }

    @Override
    public String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity) {
        return bucket.presign(key, contentType, disposition, validity);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if something is still there when it has been deleted
     */
    @Override
    public int deleteAll(KeyPrefix prefix) {
        return objects.deleteAll(prefix);
    }
}
