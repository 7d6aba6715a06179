package io.tapedeck.azure;

import io.tapedeck.remote.ProviderClient;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.StorageBench;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

class AzureStorageBench extends StorageBench {
    private final Azurite azurite = Azurite.start("--skipApiVersionCheck");
    private final AzureContainer container = Containers.create(azurite);
    private final RemoteBucket bucket =
            new AzureBucket(Containers.rest(Containers.SILENCE), Clock.systemUTC(), container);
    private final ProviderClient client = MicrosoftClient.of(container);

    AzureStorageBench() throws IOException {
        super("Azure");
    }

    @AfterEach
    void close() {
        azurite.close();
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
