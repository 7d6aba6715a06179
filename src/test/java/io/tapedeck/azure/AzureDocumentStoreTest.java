package io.tapedeck.azure;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteDocumentStore;
import io.tapedeck.storage.DocumentStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in a container of Azure Blob Storage. */
@ExtendWith(AzuriteLocal.class)
class AzureDocumentStoreTest extends DocumentStoreContract {
    AzureDocumentStoreTest(Azurite azurite) {
        super(new RemoteDocumentStore(Containers.bucket(azurite)), Optional.of(new StorageName("azure")));
    }
}
