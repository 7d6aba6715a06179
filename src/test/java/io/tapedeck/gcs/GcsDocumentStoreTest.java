package io.tapedeck.gcs;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteDocumentStore;
import io.tapedeck.storage.DocumentStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in a bucket of Google Cloud Storage. */
@ExtendWith(GcsLocal.class)
class GcsDocumentStoreTest extends DocumentStoreContract {
    GcsDocumentStoreTest(GcsBucket bucket) {
        super(new RemoteDocumentStore(bucket), Optional.of(new StorageName("gcs")));
    }
}
