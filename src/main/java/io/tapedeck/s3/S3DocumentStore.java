package io.tapedeck.s3;

import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Documents in the deployment's bucket. */
public final class S3DocumentStore implements DocumentStore {
    private final S3Client client;
    private final Bucket bucket;
    private final S3Objects objects;

    public S3DocumentStore(S3Client client, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
        this.objects = new S3Objects(client, bucket);
    }

    @Override
    public void put(ObjectKey key, byte[] document, String contentType) {
        objects.put(key, RequestBody.fromBytes(document), contentType, Optional.empty(), put -> {});
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
    public List<ObjectKey> list(KeyPrefix prefix) {
        return client
                .listObjectsV2Paginator(request -> request.bucket(bucket.name()).prefix(prefix.value()))
                .contents()
                .stream()
                .map(object -> new ObjectKey(object.key()))
                .filter(key -> prefix.holds(key.value()))
                .toList();
    }

    @Override
    public int deleteAll(KeyPrefix prefix) {
        return objects.deleteAll(prefix);
    }
}
