package io.tapedeck.s3;

import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.RemoteBucketContract;
import io.tapedeck.rest.PooledHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

class S3RemoteBucketTest extends RemoteBucketContract {
    private static S3Server server;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.ofAnotherAccount();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    protected URI server() {
        return server.endpoint();
    }

    @Override
    protected boolean keepsNamesOfFolders() {
        return false;
    }

    @Override
    protected RemoteBucket bucket(Access access) {
        var credentials = access.place() == Place.FORBIDDEN
                ? AwsBasicCredentials.create(server.credentials.accessKeyId(), "another-secret")
                : server.credentials;
        var bucket = access.place() == Place.MISSING ? "gone" : S3Server.BUCKET;
        var place = new S3Place(bucket, "calls/of/them/", S3Server.REGION, Optional.of(access.endpoint()));
        var http = new PooledHttpClient.Builder(Duration.ofSeconds(5), access.silence()).build();
        var clients = S3Server.clients(http, credentials);
        var presigner = new DatedPresigner(clients.presigner(place), credentials, access.clock());
        return new S3RemoteBucket(place, clients.client(place), presigner.dated());
    }
}
