package io.tapedeck.s3;

import io.tapedeck.remote.ResumingStream;
import io.tapedeck.remote.ResumingStream.Connection;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Audio in the bucket that uploads come to as well, so that what is taken in is copied without passing through here. */
public final class S3AudioStore implements AudioStore {
    private final S3Client client;
    private final Bucket bucket;
    private final S3Objects objects;
    private final PresignedUrls urls;

    /**
     * @param presigner signs for the host that callers reach
     */
    public S3AudioStore(S3Client client, S3Presigner presigner, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
        this.objects = new S3Objects(client, bucket);
        this.urls = new PresignedUrls(presigner, bucket.name());
    }

    @Override
    public StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey) {
        objects.put(key, RequestBody.fromFile(file), contentType, encryptionKey);
        return find(key).orElseThrow();
    }

    @Override
    public Optional<StoredObject> keep(
            Upload upload, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return copy(upload.key(), upload.etag(), to, contentType, encryptionKey);
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return find(from).flatMap(found -> copy(from, found.etag(), to, contentType, encryptionKey));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return objects.find(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        try {
            return Optional.of(new ResumingStream(connection(key, 0), offset -> connection(key, offset)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity) {
        return urls.download(key, contentType, disposition, validity);
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        return objects.deleteAll(prefix);
    }

    private Connection connection(ObjectKey key, long offset) {
        var bytes = client.getObject(
                request -> request.bucket(bucket.name()).key(key.value()).range("bytes=%d-".formatted(offset)));
        return new Connection(bytes, bytes.response().contentLength(), bytes::abort);
    }

    private Optional<StoredObject> copy(
            ObjectKey from, String etag, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return objects.copy(from, etag, to, contentType, encryptionKey) ? find(to) : Optional.empty();
    }
}
