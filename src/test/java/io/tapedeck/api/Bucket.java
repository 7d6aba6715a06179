package io.tapedeck.api;

import io.tapedeck.function.Settings;
import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket as its owner sees it. */
@Singleton
public class Bucket {
    private final S3Client client;
    private final String name;

    Bucket(S3Client client, Settings settings) {
        this.client = client;
        this.name = settings.bucketName();
    }

    /** The keys of all that belongs to a recording. */
    public List<String> objects(String recording) {
        return client.listObjectsV2Paginator(request -> request.bucket(name)).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.contains(recording))
                .toList();
    }

    /** The keys of the uploads in parts that are under way for a recording. */
    public List<String> unfinished(String recording) {
        return client.listMultipartUploads(request -> request.bucket(name)).uploads().stream()
                .map(MultipartUpload::key)
                .filter(key -> key.contains(recording))
                .toList();
    }

    /** Puts an object there past the API. */
    public void put(String key, byte[] bytes) {
        client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(bytes));
    }
}
