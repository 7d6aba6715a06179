package io.tapedeck.s3;

import io.tapedeck.bench.OtherJvm;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.PooledHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Where an S3 server of another account is, and how to get in. */
public record S3Access(URI endpoint, AwsBasicCredentials credentials) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Reads what {@link #toString} wrote. */
    public static S3Access parse(String text) {
        var parts = text.split(" ");
        return new S3Access(URI.create(parts[0]), AwsBasicCredentials.create(parts[1], parts[2]));
    }

    /** A server in a JVM of its own, which says where it is; in memory, or in a folder where one is given. */
    public static OtherJvm serve(String... folder) throws IOException {
        return OtherJvm.start("2g", S3Access.class, folder);
    }

    public static void main(String... folder) throws Exception {
        try (var server = folder.length == 0 ? S3Server.ofAnotherAccount() : S3Server.onFiles(Path.of(folder[0]))) {
            OtherJvm.say(new S3Access(server.endpoint(), server.credentials).toString());
            OtherJvm.stay();
        }
    }

    /** Ours. */
    public S3RemoteBucket bucket() {
        return S3RemoteBucket.withKeys(
                new S3Place(S3Server.BUCKET, "", S3Server.REGION, Optional.of(endpoint)),
                credentials.accessKeyId(),
                credentials.secretAccessKey(),
                new PooledHttpClient.Builder(PATIENCE, PATIENCE).build(),
                Deadline.NONE);
    }

    /** The SDK's, with all that it does by itself. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(endpoint, credentials.accessKeyId(), credentials.secretAccessKey());
    }
}
