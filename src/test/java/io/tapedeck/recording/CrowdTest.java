package io.tapedeck.recording;

import static io.tapedeck.recording.Workshop.ACME;
import static io.tapedeck.recording.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void everyOneOfThemGetsItsTurn() throws Exception {
        var id = workshop.recorded("audio");
        var before = workshop.events(id).size();

        inACrowd(() -> change(workshop.recordings, id));

        assertThat(workshop.events(id)).hasSize(before + CROWD);
    }

    @Test
    void whoHasNoTimeLeftIsToldToTryAgain() throws Exception {
        var id = workshop.recorded("audio");
        var hurried = new Recordings(
                workshop.store, workshop.ids, Clock.systemUTC(), () -> Optional.of(Duration.ofMillis(1600)));

        var answers = inACrowd(() -> {
            try {
                return change(hurried, id);
            } catch (ProblemException e) {
                assertThat(e.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
                assertThat(e.retryAfter()).isPresent();
                return Optional.empty();
            }
        });

        assertThat(answers).hasSize(CROWD).anyMatch(CallRecording.class::isInstance);
    }

    private CallRecording change(Recordings recordings, RecordingId id) {
        return recordings.change(ACME, id, recording -> {
            var event = recordings.event(recording, EventName.UPDATED, ANN);
            return Optional.of(new Change(recording, List.of(), List.of(), List.of(event)));
        });
    }

    private static <T> List<T> inACrowd(Callable<T> task) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            return threads.invokeAll(Collections.nCopies(CROWD, task)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
