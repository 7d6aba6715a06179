package io.tapedeck.s3;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteDocumentStore;
import io.tapedeck.storage.DocumentStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in a bucket of another account, or of another provider that speaks S3's protocol. */
@ExtendWith(S3Elsewhere.class)
class S3RemoteDocumentStoreTest extends DocumentStoreContract {
    S3RemoteDocumentStoreTest(S3Server server) {
        super(new RemoteDocumentStore(server.remote("calls/")), Optional.of(new StorageName("cloudflare-r2")));
    }
}
