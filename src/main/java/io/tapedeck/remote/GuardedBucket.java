package io.tapedeck.remote;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bucket behind a breaker. A URL is signed here, unless a provider signs itself or gives a key to sign with. */
record GuardedBucket(RemoteBucket bucket, Breaker breaker) implements RemoteBucket {
    @Override
    public Optional<StoredObject> put(
            ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        return breaker.call(() -> bucket.put(key, content, contentType, encryptionKey));
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return breaker.call(() -> bucket.copy(from, to, contentType, encryptionKey));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return breaker.call(() -> bucket.find(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return breaker.call(() -> bucket.open(key));
    }

    @Override
    public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
        return breaker.callLocally(() -> bucket.presign(key, contentType, disposition, validity));
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return breaker.call(() -> bucket.list(prefix));
    }

    @Override
    public void delete(ObjectKey key) {
        breaker.call(() -> {
            bucket.delete(key);
            return true;
        });
    }

    @Override
    public Set<Remnant> remnants() {
        return breaker.call(bucket::remnants);
    }
}
