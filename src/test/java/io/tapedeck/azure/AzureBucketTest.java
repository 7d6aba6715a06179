package io.tapedeck.azure;

import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.RemoteBucketContract;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AzuriteLocal.class)
class AzureBucketTest extends RemoteBucketContract {
    private final AzureContainer container;

    AzureBucketTest(Azurite azurite) {
        this.container = Containers.create(azurite);
    }

    @Override
    protected URI server() {
        return container.endpoint();
    }

    @Override
    protected RemoteBucket bucket(Access access) {
        var reached = new AzureContainer(
                access.endpoint(),
                container.account(),
                access.place() == Place.MISSING ? "missing" : container.container(),
                container.prefix(),
                access.place() == Place.FORBIDDEN ? Containers.WRONG : container.credentials());
        return new AzureBucket(Containers.rest(access.silence()), access.clock(), reached);
    }
}
