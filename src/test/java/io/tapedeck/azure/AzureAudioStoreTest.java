package io.tapedeck.azure;

import io.tapedeck.id.StorageName;
import io.tapedeck.remote.RemoteAudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.AudioStoreContract;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** Audio in a container of Azure Blob Storage. */
@ExtendWith(AzuriteLocal.class)
class AzureAudioStoreTest extends AudioStoreContract {
    AzureAudioStoreTest(Azurite azurite) {
        super(new RemoteAudioStore(Containers.bucket(azurite)), Optional.of(new StorageName("azure")));
    }

    @Override
    protected Upload uploaded(Path file) {
        return new Upload(new ObjectKey("uploads/acme/rec_1"), "etag", file);
    }
}
