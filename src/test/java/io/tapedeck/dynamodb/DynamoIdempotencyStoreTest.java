package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.access.IdempotencyStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoIdempotencyStoreTest extends IdempotencyStoreContract {
    private final Table table;

    DynamoIdempotencyStoreTest(Table table) {
        super(new DynamoIdempotencyStore(table));
        this.table = table;
    }

    @Test
    void anAnswerWithoutAClaimLeavesNoRow() {
        new DynamoIdempotencyStore(table).complete(ACME, "unclaimed", new byte[] {1});

        assertThat(table.get(Keys.idempotency(ACME, "unclaimed"))).isEmpty();
    }
}
