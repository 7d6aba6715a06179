package io.tapedeck.remote;

import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Audio in the storage that its key names. */
public final class PlacedAudioStore implements AudioStore {
    private final AudioStore own;
    private final Buckets buckets;

    /** @param own the deployment's bucket */
    public PlacedAudioStore(AudioStore own, Buckets buckets) {
        this.own = own;
        this.buckets = buckets;
    }

    @Override
    public StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey) {
        return at(key).put(key, file, contentType, encryptionKey);
    }

    @Override
    public Optional<StoredObject> keep(
            Upload upload, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return at(to).keep(upload, to, contentType, encryptionKey);
    }

    /** {@inheritDoc} From one storage to another it passes through here, by way of a file. */
    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return from.storage().equals(to.storage())
                ? at(from).copy(from, to, contentType, encryptionKey)
                : open(from).map(content -> carry(content, to, contentType, encryptionKey));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return at(key).find(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return at(key).open(key);
    }

    @Override
    public String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity) {
        return at(key).presignDownload(key, contentType, disposition, validity);
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        return prefix.storage().isEmpty()
                ? own.deleteAll(prefix)
                : new RemoteAudioStore(
                                buckets.of(prefix.tenant(), prefix.storage().get()))
                        .deleteAll(prefix);
    }

    private AudioStore at(ObjectKey key) {
        return key.storage()
                .<AudioStore>map(storage -> new RemoteAudioStore(buckets.of(key.tenant(), storage)))
                .orElse(own);
    }

    private StoredObject carry(InputStream content, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        try {
            var file = Files.createTempFile("carried", ".audio");
            try (content;
                    var out = Files.newOutputStream(file)) {
                content.transferTo(out);
                return put(to, file, contentType, encryptionKey);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new StorageException.Unavailable(
                    "The storage broke off in the middle of a file.", Optional.empty(), broken);
        }
    }
}
