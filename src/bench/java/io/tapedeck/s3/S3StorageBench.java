package io.tapedeck.s3;

import io.tapedeck.bench.OtherJvm;
import io.tapedeck.remote.ProviderClient;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.StorageBench;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class S3StorageBench extends StorageBench {
    private final OtherJvm server = S3Access.serve();
    private final S3Access access = S3Access.parse(server.line());
    private final S3RemoteBucket bucket = access.bucket();
    private final SdkClient client = new SdkClient(access.client());

    S3StorageBench() throws IOException {
        super("S3");
    }

    @AfterEach
    void close() {
        client.client().close();
        bucket.close();
        server.close();
    }

    @Override
    protected RemoteBucket bucket() {
        return bucket;
    }

    @Override
    protected ProviderClient client() {
        return client;
    }
}
