package io.tapedeck.azure;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.tapedeck.remote.ProviderClient;
import java.io.OutputStream;
import java.nio.file.Path;

/** Microsoft's own. */
record MicrosoftClient(BlobContainerClient blobs, String prefix) implements ProviderClient {
    /** That of a container of the emulator. */
    static MicrosoftClient of(AzureContainer container) {
        var blobs = new BlobContainerClientBuilder()
                .endpoint(container.endpoint().toString())
                .containerName(container.container())
                .credential(new StorageSharedKeyCredential(container.account(), Azurite.KEY.base64()))
                .buildClient();
        return new MicrosoftClient(blobs, container.prefix());
    }

    @Override
    public String name() {
        return "azure-storage-blob";
    }

    @Override
    public void put(String name, Path file) {
        blob(name).uploadFromFile(file.toString());
    }

    @Override
    public void get(String name, OutputStream to) {
        blob(name).downloadStream(to);
    }

    private BlobClient blob(String name) {
        return blobs.getBlobClient(prefix + name);
    }
}
