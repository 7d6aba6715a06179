package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.local.DynamoDbInMemory;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.RecordingStore.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

@ExtendWith(DynamoDbLocal.class)
class TransactionsTest {
    private static final Map<String, AttributeValue> ROW = Keys.key("a", "b");

    private final DynamoDbInMemory server;
    private final Table table;

    TransactionsTest(DynamoDbInMemory server, Table table) {
        this.server = server;
        this.table = table;
    }

    @Test
    void whoIsInTheWayOfOthersTriesAgain() {
        var disturbance = new Disturbance(3, reason("TransactionConflict"));

        assertThat(transactions(disturbance).write(List.of(putNew()))).isEqualTo(Commit.COMMITTED);

        assertThat(table.get(ROW)).isPresent();
        assertThat(disturbance.left()).isNegative();
    }

    @Test
    void whoIsThrottledTriesAgain() {
        var disturbance = new Disturbance(2, reason("ThrottlingError"));

        assertThat(transactions(disturbance).write(List.of(putNew()))).isEqualTo(Commit.COMMITTED);
    }

    @Test
    void whoseOwnEarlierAttemptIsUnderWayTriesAgain() {
        var disturbance = new Disturbance(
                2,
                TransactionInProgressException.builder().message("in progress").build());

        assertThat(transactions(disturbance).write(List.of(putNew()))).isEqualTo(Commit.COMMITTED);
    }

    @Test
    void anAttemptWhoseAnswerWasLostIsNotTakenForAnothers() {
        var lost = new LostAnswer(reason("TransactionConflict"));

        assertThat(transactions(lost).write(List.of(putNew()))).isEqualTo(Commit.COMMITTED);

        assertThat(lost.answers()).isEqualTo(2);
    }

    @Test
    void aFailedConditionIsAnAnswerAndNotTriedAgain() {
        transactions(new Disturbance(0, reason("None"))).write(List.of(putNew()));
        var attempts = new Disturbance(0, reason("None"));

        assertThat(transactions(attempts).write(List.of(putNew()))).isEqualTo(Commit.STALE);

        assertThat(attempts.left()).isEqualTo(-1);
    }

    @Test
    void whatCannotBeWrittenIsNotTriedAgain() {
        var disturbance = new Disturbance(1, reason("ValidationError"));

        assertThatThrownBy(() -> transactions(disturbance).write(List.of(putNew())))
                .isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void whoFindsOthersInTheWayUntilTheTimeIsUpIsToldToTryAgain() {
        var crowd = new Disturbance(Integer.MAX_VALUE, reason("TransactionConflict"));

        assertThatThrownBy(() -> transactions(crowd, () -> Optional.of(Duration.ofSeconds(2)))
                        .write(List.of(putNew())))
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(crowd.left()).isLessThan(Integer.MAX_VALUE - 1);
    }

    private Transactions transactions(ExecutionInterceptor interceptor) {
        return transactions(interceptor, Deadline.NONE);
    }

    private Transactions transactions(ExecutionInterceptor interceptor, Deadline deadline) {
        return new Transactions(new Table(server.client(List.of(interceptor)), table.name(), deadline));
    }

    private TransactWriteItem putNew() {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(ROW).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private static TransactionCanceledException reason(String code) {
        return TransactionCanceledException.builder()
                .message(code)
                .cancellationReasons(CancellationReason.builder().code(code).build())
                .build();
    }

    /** Fails so many transactions before they are sent. */
    private static final class Disturbance implements ExecutionInterceptor {
        private final AtomicInteger left;
        private final RuntimeException failure;

        Disturbance(int times, RuntimeException failure) {
            this.left = new AtomicInteger(times);
            this.failure = failure;
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                throw failure;
            }
        }

        /** Below zero by one for each transaction that was let through. */
        int left() {
            return left.get();
        }
    }

    /** Makes the first transaction that succeeds look as if it had failed. */
    private static final class LostAnswer implements ExecutionInterceptor {
        private final AtomicInteger answers = new AtomicInteger();
        private final RuntimeException failure;

        LostAnswer(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (answers.getAndIncrement() == 0) {
                throw failure;
            }
        }

        int answers() {
            return answers.get();
        }
    }
}
