package io.tapedeck.s3;

import static software.amazon.awssdk.services.s3.model.ServerSideEncryption.AWS_KMS;

import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UnusableKeyException;
import io.tapedeck.storage.UploadTerms;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Audio and documents in one S3 bucket. What S3 answers otherwise than expected is thrown as it comes. */
public final class S3AudioStore implements AudioStore {
    private final S3Client client;
    private final Bucket bucket;
    private final PresignedUrls urls;
    private final MultipartUploads multiparts;
    private final BatchDeletion batchDeletion;

    /**
     * @param presigner signs for the host that callers reach
     */
    public S3AudioStore(S3Client client, S3Presigner presigner, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
        this.urls = new PresignedUrls(presigner, bucket.name());
        this.multiparts = new MultipartUploads(client, bucket.name());
        this.batchDeletion = new BatchDeletion(client, bucket.name());
    }

    @Override
    public PresignedPut presignUpload(ObjectKey key, UploadTerms terms, Duration validity) {
        return urls.upload(key, terms, validity);
    }

    @Override
    public String startMultipart(ObjectKey key, Optional<String> contentType) {
        return multiparts.start(key, contentType);
    }

    @Override
    public String presignPart(ObjectKey key, String multipart, int part, Duration validity) {
        return urls.part(key, multipart, part, validity);
    }

    @Override
    public List<ArrivedPart> parts(ObjectKey key, String multipart) {
        return multiparts.parts(key, multipart);
    }

    @Override
    public Assembly completeMultipart(ObjectKey key, String multipart, List<Part> parts) {
        return multiparts.complete(key, multipart, parts);
    }

    @Override
    public void abortMultipart(ObjectKey key, String multipart) {
        multiparts.abort(key, multipart);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        try {
            var head =
                    client.headObject(request -> request.bucket(bucket.name()).key(key.value()));
            return Optional.of(new StoredObject(
                    key,
                    head.contentLength(),
                    Etag.bare(head.eTag()),
                    encryption(head.serverSideEncryption(), head.ssekmsKeyId())));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        try {
            return Optional.of(new ObjectStream(offset -> client.getObject(
                    request -> request.bucket(bucket.name()).key(key.value()).range("bytes=%d-".formatted(offset)))));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
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

    /**
     * {@inheritDoc}
     *
     * @throws UnusableKeyException if S3 cannot or may not encrypt with the key given
     */
    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, String etag, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        var copy = CopyObjectRequest.builder()
                .sourceBucket(bucket.name())
                .sourceKey(from.value())
                .copySourceIfMatch(Etag.quoted(etag))
                .destinationBucket(bucket.name())
                .destinationKey(to.value())
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(contentType);
        encryptionKey
                .or(bucket::encryptionKey)
                .ifPresent(id -> copy.serverSideEncryption(AWS_KMS).ssekmsKeyId(id));
        try {
            client.copyObject(copy.build());
        } catch (S3Exception refused) {
            if (S3Errors.isGoneOrOther(refused)) {
                return Optional.empty();
            }
            throw S3Errors.explained(refused, encryptionKey);
        }
        return find(to);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnusableKeyException if S3 cannot or may not encrypt with the key given
     */
    @Override
    public StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey) {
        try {
            client.putObject(writing(key, contentType, encryptionKey), RequestBody.fromFile(file));
        } catch (S3Exception refused) {
            throw S3Errors.explained(refused, encryptionKey);
        }
        return find(key).orElseThrow();
    }

    @Override
    public void put(ObjectKey key, byte[] document, String contentType) {
        client.putObject(writing(key, contentType, Optional.empty()), RequestBody.fromBytes(document));
    }

    @Override
    public Optional<byte[]> read(ObjectKey key) {
        try {
            return Optional.of(client.getObjectAsBytes(
                            request -> request.bucket(bucket.name()).key(key.value()))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity) {
        return urls.download(key, contentType, disposition, validity);
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

    /** {@inheritDoc} A prefix that does not end in a slash is a key: others that merely begin with it stay. */
    @Override
    public int deleteAll(String prefix) {
        var scope = new KeyPrefix(prefix);
        // first, so that no upload can be put together behind our back
        multiparts.abortAll(scope);
        return batchDeletion.deleteAll(scope);
    }

    private PutObjectRequest writing(ObjectKey key, String contentType, Optional<String> encryptionKey) {
        var put = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .contentType(contentType);
        encryptionKey
                .or(bucket::encryptionKey)
                .ifPresent(id -> put.serverSideEncryption(AWS_KMS).ssekmsKeyId(id));
        return put.build();
    }

    private static Optional<Encryption> encryption(ServerSideEncryption algorithm, String key) {
        return Optional.ofNullable(algorithm).map(known -> new Encryption(Optional.ofNullable(key)));
    }
}
