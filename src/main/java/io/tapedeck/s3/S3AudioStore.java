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
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
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

    /** {@inheritDoc} The same bytes may be there already, from an attempt whose answer was lost or that nobody finished. */
    @Override
    public StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey) {
        var digests = FileDigests.of(file);
        try {
            objects.put(
                    key,
                    RequestBody.fromFile(file),
                    contentType,
                    encryptionKey,
                    put -> put.ifNoneMatch("*").checksumSHA256(digests.sha256()));
        } catch (S3Exception refused) {
            if (!S3Errors.isGoneOrOther(refused)) {
                throw refused;
            }
            if (!isThere(key, digests)) {
                throw new IllegalStateException("there is other audio already where it is to be written", refused);
            }
        }
        return find(key)
                .filter(stored -> stored.size() == digests.size())
                .orElseThrow(() -> new IllegalStateException("the audio did not arrive whole"));
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

    /** Whether these bytes are, by the checksum that S3 keeps, or by the etag where it keeps none. */
    private boolean isThere(ObjectKey key, FileDigests digests) {
        var head = client.headObject(
                request -> request.bucket(bucket.name()).key(key.value()).checksumMode(ChecksumMode.ENABLED));
        var etag = Optional.of(digests.md5().hex());
        return Optional.ofNullable(head.checksumSHA256())
                .map(sha256 -> sha256.equals(digests.sha256()))
                .orElseGet(() ->
                        find(key).filter(new Arrival(digests.size(), etag)::is).isPresent());
    }

    private Connection connection(ObjectKey key, long offset) {
        var bytes = client.getObject(
                request -> request.bucket(bucket.name()).key(key.value()).range("bytes=%d-".formatted(offset)));
        return new Connection(bytes, bytes.response().contentLength(), bytes::abort);
    }

    private Optional<StoredObject> copy(
            ObjectKey from, String etag, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return objects.copy(from, etag, to, contentType, encryptionKey, copy -> {}) ? find(to) : Optional.empty();
    }
}
