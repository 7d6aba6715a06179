package io.tapedeck.dynamodb;

import io.tapedeck.recording.RecordingStore.Commit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Writes all or nothing. A condition that does not hold is an answer; being in somebody's way, or being throttled, says
 * nothing about the conditions and is tried again, some ten seconds long.
 */
final class Transactions {
    private static final int MAX_ATTEMPTS = 60;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final Table table;

    Transactions(Table table) {
        this.table = table;
    }

    /**
     * Writes the items. All attempts carry the same token: one whose answer was lost is found to be done, and not taken
     * for somebody else's change.
     *
     * @throws TransactionCanceledException if others were in the way all the time, or if the items cannot be written
     */
    Commit write(List<TransactWriteItem> items) {
        var request = TransactWriteItemsRequest.builder()
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(items)
                .build();
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return attempt(request);
            } catch (TransactionInProgressException e) {
                Backoff.pause(attempt);
            } catch (TransactionCanceledException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                Backoff.pause(attempt);
            }
        }
        return attempt(request);
    }

    private Commit attempt(TransactWriteItemsRequest request) {
        try {
            table.client().transactWriteItems(request);
            return Commit.COMMITTED;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> CONDITION_FAILED.equals(reason.code()))) {
                return Commit.STALE;
            }
            throw e;
        }
    }

    private static boolean isPassing(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .allMatch(PASSING::contains);
    }
}
