package io.tapedeck.api;

import io.tapedeck.runtime.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket as its owner sees it. */
@Singleton
public class Bucket {
    private final S3Client client;
    private final String name;
    private final Path data;

    Bucket(S3Client client, Settings.S3 settings, @ConfigProperty(name = "tapedeck.local.data-dir") Path data) {
        this.data = data;
        this.client = client;
        this.name = settings.bucket();
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

    /** Puts an object there of which no notice is sent: as a copy, with its attributes, of one that nobody is told of. */
    public void putUntold(String key, byte[] bytes) {
        put("elsewhere/" + key, bytes);
        var folder = data.resolve("s3").resolve(name);
        try {
            Files.createDirectories(folder.resolve(key).getParent());
            Files.copy(
                    folder.resolve("elsewhere").resolve(key), folder.resolve(key), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
