package io.tapedeck.remote;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket elsewhere that is gone with the program, and does not answer while it is down. What else can befall it tests override. */
public class InMemoryBucket implements RemoteBucket {
    private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private volatile boolean isDown;
    private volatile boolean isLossy;

    /** Has it answer nothing, or answer again. */
    public void down(boolean now) {
        isDown = now;
    }

    /** Has it lose the last byte of what is written, and say nothing of it. */
    public void lossy(boolean now) {
        isLossy = now;
    }

    /** The names of all that is there. */
    public Set<String> names() {
        return objects.keySet();
    }

    @Override
    public Optional<StoredObject> put(
            ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        answer();
        try (var source = content.source().open()) {
            var bytes = source.readAllBytes();
            if (isLossy && bytes.length > 0) {
                bytes[bytes.length - 1]++;
            }
            return objects.putIfAbsent(key.value(), bytes) == null ? find(key) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        answer();
        return Optional.ofNullable(objects.get(from.value())).flatMap(bytes -> {
            objects.putIfAbsent(to.value(), bytes);
            return find(to);
        });
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        answer();
        return Optional.ofNullable(objects.get(key.value()))
                .map(bytes -> new StoredObject(new ObjectKey(key.value()), bytes.length, "etag", Optional.empty()));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        answer();
        return Optional.ofNullable(objects.get(key.value())).map(ByteArrayInputStream::new);
    }

    @Override
    public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
        return "https://elsewhere.example/" + key.value();
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        answer();
        return objects.keySet().stream()
                .filter(name -> name.startsWith(prefix.value()))
                .map(ObjectKey::new)
                .toList();
    }

    @Override
    public void delete(ObjectKey key) {
        answer();
        objects.remove(key.value());
    }

    @Override
    public Set<Remnant> remnants() {
        return Set.of();
    }

    private void answer() {
        if (isDown) {
            throw new StorageException.Unavailable("The storage is down.", Optional.empty());
        }
    }
}
