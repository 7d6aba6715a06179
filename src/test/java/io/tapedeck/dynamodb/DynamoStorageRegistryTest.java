package io.tapedeck.dynamodb;

import io.tapedeck.remote.StorageRegistryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoStorageRegistryTest extends StorageRegistryContract {
    DynamoStorageRegistryTest(Table table) {
        super(new DynamoStorageRegistry(table, Samples.ROWS));
    }
}
