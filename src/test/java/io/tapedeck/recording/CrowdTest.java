package io.tapedeck.recording;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many who change one recording at the same time. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class CrowdTest {
    private static final int CROWD = 32;

    private final Workshop workshop;

    CrowdTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @Test
    void thoseOfOneProcessTakeTurns() throws Exception {
        var id = workshop.recorded("audio");
        var before = workshop.events(id).size();
        var decisions = new AtomicInteger();

        inACrowd(() -> workshop.recordings.change(ACME, id, recording -> {
            decisions.incrementAndGet();
            return update(workshop.recordings, recording);
        }));

        assertThat(workshop.events(id)).hasSize(before + CROWD);
        assertThat(decisions).as("nobody decides in vain").hasValue(CROWD);
    }

    @Test
    void thoseOfOtherProcessesGetTheirsToo() throws Exception {
        var id = workshop.recorded("audio");
        var before = workshop.events(id).size();

        inACrowd(() -> {
            var recordings = process(Deadline.NONE);
            return recordings.change(ACME, id, recording -> update(recordings, recording));
        });

        assertThat(workshop.events(id)).hasSize(before + CROWD);
    }

    @Test
    void whoHasNoTimeLeftIsToldToTryAgain() throws Exception {
        var id = workshop.recorded("audio");
        Deadline soon = () -> Optional.of(Deadline.MARGIN.plusMillis(50));

        var recordings = process(soon);
        assertThatThrownBy(() -> recordings.change(ACME, id, recording -> {
                    var others = process(Deadline.NONE);
                    others.change(ACME, id, current -> update(others, current));
                    return update(recordings, recording);
                }))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                    assertThat(problem.retryAfter()).isPresent();
                });
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldToTryAgain() throws Exception {
        var id = workshop.recorded("audio");
        var hurried = process(() -> Optional.of(Deadline.MARGIN.plusMillis(50)));
        var answer = new CompletableFuture<CallRecording>();

        hurried.change(ACME, id, recording -> {
            Thread.startVirtualThread(() -> {
                try {
                    answer.complete(hurried.change(ACME, id, current -> update(hurried, current)));
                } catch (ProblemException e) {
                    answer.completeExceptionally(e);
                }
            });
            await().until(answer::isDone);
            return Decision.leave(recording);
        });

        assertThat(answer.exceptionNow())
                .asInstanceOf(type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    }

    /** What another process has of the same store. */
    private Recordings process(Deadline deadline) {
        return new Recordings(workshop.store, workshop.ids, workshop.clock, deadline);
    }

    private static Decision<CallRecording> update(Recordings recordings, CallRecording recording) {
        var event = recordings.event(recording, EventName.UPDATED, ANN);
        return Decision.write(new Change(recording, List.of(), List.of(), List.of(event)));
    }

    private static <T> List<T> inACrowd(Callable<T> task) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            return threads.invokeAll(Collections.nCopies(CROWD, task)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
