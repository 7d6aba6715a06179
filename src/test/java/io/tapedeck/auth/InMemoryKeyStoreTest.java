package io.tapedeck.auth;

import io.tapedeck.access.KeyStoreContract;

class InMemoryKeyStoreTest extends KeyStoreContract {
    InMemoryKeyStoreTest() {
        super(new InMemoryKeyStore());
    }
}
