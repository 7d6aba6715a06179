package io.tapedeck.s3;

import static software.amazon.awssdk.services.s3.model.ServerSideEncryption.AWS_KMS;

import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What the stores in a bucket have in common. What S3 answers otherwise than expected is thrown as it comes. */
record S3Objects(S3Client client, Bucket bucket) {
    Optional<StoredObject> find(ObjectKey key) {
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

    /**
     * Writes an object.
     *
     * @param terms what else is said of it
     * @throws UnusableKeyException if S3 cannot or may not encrypt with the key given
     */
    void put(
            ObjectKey key,
            RequestBody body,
            String contentType,
            Optional<String> encryptionKey,
            Consumer<PutObjectRequest.Builder> terms) {
        var put = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(key.value())
                .contentType(contentType);
        encryptionKey
                .or(bucket::encryptionKey)
                .ifPresent(id -> put.serverSideEncryption(AWS_KMS).ssekmsKeyId(id));
        terms.accept(put);
        try {
            client.putObject(put.build(), body);
        } catch (S3Exception refused) {
            throw S3Errors.explained(refused, encryptionKey);
        }
    }

    /**
     * Copies the object that is meant.
     *
     * @param terms what else is said of the copy
     * @return whether it was; it is not if it is gone or another by now, or against the terms
     * @throws UnusableKeyException if S3 cannot or may not encrypt with the key given
     */
    boolean copy(
            ObjectKey from,
            String etag,
            ObjectKey to,
            String contentType,
            Optional<String> encryptionKey,
            Consumer<CopyObjectRequest.Builder> terms) {
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
        terms.accept(copy);
        try {
            client.copyObject(copy.build());
            return true;
        } catch (S3Exception refused) {
            if (S3Errors.isGoneOrOther(refused)) {
                return false;
            }
            throw S3Errors.explained(refused, encryptionKey);
        }
    }

    /** Deletes all objects whose keys begin so, unfinished uploads in parts as well, and counts the objects. */
    int deleteAll(KeyPrefix prefix) {
        // first, so that no upload can be put together behind our back
        new UnfinishedUploads(client, bucket.name()).abortAll(prefix);
        return new BatchDeletion(client, bucket.name()).deleteAll(prefix);
    }

    private static Optional<Encryption> encryption(ServerSideEncryption algorithm, String key) {
        return Optional.ofNullable(algorithm).map(known -> new Encryption(Optional.ofNullable(key)));
    }
}
