package io.tapedeck.http;

import io.tapedeck.access.IdempotencyStoreContract;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {
    InMemoryIdempotencyStoreTest() {
        super(new InMemoryIdempotencyStore());
    }
}
