package io.tapedeck.dynamodb;

import io.tapedeck.access.KeyStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoKeyStoreTest extends KeyStoreContract {
    DynamoKeyStoreTest(Table table) {
        super(new DynamoKeyStore(table, Samples.ROWS));
    }
}
