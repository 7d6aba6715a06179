package io.tapedeck.s3;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.UploadTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Uploads in the deployment's bucket, which tells of each. */
public final class S3UploadStore implements UploadStore {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final S3Client client;
    private final Bucket bucket;
    private final S3Objects objects;
    private final PresignedUrls urls;

    /**
     * @param presigner signs for the host that callers reach
     */
    public S3UploadStore(S3Client client, S3Presigner presigner, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
        this.objects = new S3Objects(client, bucket);
        this.urls = new PresignedUrls(presigner, bucket.name());
    }

    @Override
    public PresignedPut presignUpload(ObjectKey key, UploadTerms terms, Duration validity) {
        return urls.upload(key, terms, validity);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return objects.find(key);
    }

    @Override
    public Optional<FetchedObject> fetch(ObjectKey key, Path target) {
        try {
            return Optional.of(client.getObject(
                    request -> request.bucket(bucket.name()).key(key.value()), new HashingFile(target)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> read(StoredObject upload) {
        try {
            return Optional.of(client.getObjectAsBytes(request -> request.bucket(bucket.name())
                            .key(upload.key().value())
                            .ifMatch(Etag.quoted(upload.etag())))
                    .asByteArrayUnsafe());
        } catch (S3Exception refused) {
            if (S3Errors.isGoneOrOther(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public boolean copy(StoredObject upload, ObjectKey to) {
        return objects.copy(upload.key(), upload.etag(), to, UNKNOWN_TYPE, Optional.empty(), copy -> {});
    }

    @Override
    public void delete(ObjectKey key) {
        client.deleteObject(request -> request.bucket(bucket.name()).key(key.value()));
    }

    /** {@inheritDoc} It is looked at before, since not every S3 server heeds the condition. */
    @Override
    public void delete(ObjectKey key, String etag) {
        if (find(key).filter(found -> found.etag().equals(etag)).isEmpty()) {
            return;
        }
        try {
            client.deleteObject(
                    request -> request.bucket(bucket.name()).key(key.value()).ifMatch(Etag.quoted(etag)));
        } catch (S3Exception refused) {
            if (!S3Errors.isGoneOrOther(refused)) {
                throw refused;
            }
        }
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        return objects.deleteAll(prefix);
    }
}
