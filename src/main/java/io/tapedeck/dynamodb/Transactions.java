package io.tapedeck.dynamodb;

import io.tapedeck.concurrency.Backoff;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.RecordingStore.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Writes all or nothing. A condition that does not hold is an answer; being in somebody's way, or being throttled, says
 * nothing about the conditions and is tried again for as long as there is time.
 */
final class Transactions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
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
     * @throws ProblemException too-many-requests if others were in the way all the time
     * @throws TransactionCanceledException if the items cannot be written
     */
    Commit write(List<TransactWriteItem> items) {
        var request = TransactWriteItemsRequest.builder()
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(items)
                .build();
        var backoff = new Backoff(table.deadline().within(PATIENCE));
        do {
            var answer = attempt(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        } while (backoff.pause());
        throw new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "Many requests are writing the same data at the same time; try again in a moment.");
    }

    /** Empty if somebody was in the way. */
    private Optional<Commit> attempt(TransactWriteItemsRequest request) {
        try {
            table.client().transactWriteItems(request);
            return Optional.of(Commit.COMMITTED);
        } catch (TransactionInProgressException e) {
            return Optional.empty();
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(reason -> CONDITION_FAILED.equals(reason.code()))) {
                return Optional.of(Commit.STALE);
            } else if (isPassing(e)) {
                return Optional.empty();
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
