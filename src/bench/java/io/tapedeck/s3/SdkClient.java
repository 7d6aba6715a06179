package io.tapedeck.s3;

import io.tapedeck.remote.ProviderClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** AWS' own. */
public record SdkClient(S3Client client) implements ProviderClient {
    @Override
    public String name() {
        return "the SDK's S3Client";
    }

    @Override
    public void put(String name, Path file) {
        client.putObject(
                request -> request.bucket(S3Server.BUCKET)
                        .key(name)
                        .contentType("audio/wav")
                        .ifNoneMatch("*"),
                file);
    }

    @Override
    public void get(String name, OutputStream to) throws IOException {
        try (var bytes =
                client.getObject(request -> request.bucket(S3Server.BUCKET).key(name))) {
            bytes.transferTo(to);
        }
    }
}
