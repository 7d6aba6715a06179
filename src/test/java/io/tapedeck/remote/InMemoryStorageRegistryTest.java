package io.tapedeck.remote;

class InMemoryStorageRegistryTest extends StorageRegistryContract {
    InMemoryStorageRegistryTest() {
        super(new InMemoryStorageRegistry());
    }
}
