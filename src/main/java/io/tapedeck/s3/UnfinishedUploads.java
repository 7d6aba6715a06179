package io.tapedeck.s3;

import io.tapedeck.storage.KeyPrefix;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Uploads in parts that are under way. */
record UnfinishedUploads(S3Client client, String bucket) {
    /** Gives up an upload, unless it is not under way any more. */
    void abort(String key, String multipart) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(multipart));
        } catch (NoSuchUploadException gone) {
            // what was to be reached is so already
        }
    }

    /** Gives up all uploads to keys that are meant. */
    void abortAll(KeyPrefix prefix) {
        uploads(prefix)
                .filter(upload -> prefix.holds(upload.key()))
                .forEach(upload -> abort(upload.key(), upload.uploadId()));
    }

    /** The keys that begin so and of which parts may have arrived. */
    Stream<String> names(KeyPrefix prefix) {
        return uploads(prefix).map(MultipartUpload::key);
    }

    private Stream<MultipartUpload> uploads(KeyPrefix prefix) {
        return client
                .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix.value()))
                .uploads()
                .stream();
    }
}
