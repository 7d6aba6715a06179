package io.tapedeck.s3;

import io.tapedeck.storage.KeyPrefix;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Deletes many objects with few requests. */
final class BatchDeletion {
    private final S3Client client;
    private final String bucket;

    BatchDeletion(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    int deleteAll(KeyPrefix prefix) {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix.value())).stream()
                .mapToInt(page -> delete(identifiers(page.contents(), prefix)))
                .sum();
    }

    private static List<ObjectIdentifier> identifiers(List<S3Object> page, KeyPrefix prefix) {
        return page.stream()
                .map(S3Object::key)
                .filter(prefix::holds)
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
    }

    /** A page has at most 1000 keys, which is also what one request may delete. */
    private int delete(List<ObjectIdentifier> objects) {
        if (objects.isEmpty()) {
            return 0;
        }
        var response = client.deleteObjects(request ->
                request.bucket(bucket).delete(delete -> delete.objects(objects).quiet(true)));
        if (response.hasErrors() && !response.errors().isEmpty()) {
            throw new IllegalStateException("%d of %d objects could not be deleted: %s"
                    .formatted(
                            response.errors().size(),
                            objects.size(),
                            response.errors().getFirst().code()));
        }
        return objects.size();
    }
}
