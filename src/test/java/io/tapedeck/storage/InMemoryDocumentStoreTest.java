package io.tapedeck.storage;

class InMemoryDocumentStoreTest extends DocumentStoreContract {
    InMemoryDocumentStoreTest() {
        super(new InMemoryDocumentStore());
    }
}
