package io.tapedeck.retention;

import static io.tapedeck.work.Workshop.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.recording.Status;
import io.tapedeck.retention.DueStore.Due;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({DynamoDbLocal.class, S3Local.class})
class SweepTest {
    private final Workshop workshop;

    SweepTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @Test
    void whatCannotBeReadKeepsItFromNothingElse() {
        var id = workshop.recorded("audio");
        workshop.clock.set(workshop.now().plus(Duration.ofDays(31)));
        var before = new Due.Unreadable("acme#odd job#1", workshop.now().minusSeconds(60));
        var due = new Due.DueRecording(ACME, id, workshop.now());
        var after = new Due.Unreadable("acme#odd job#2", workshop.now());
        var sweep = new Sweep(
                _ -> List.<Due>of(before, due, after).iterator(),
                workshop.recordings,
                workshop.store,
                workshop.deletions,
                workshop.lostJobs,
                workshop.lateExports,
                workshop.endedShares,
                (_, _) -> {});

        var report = sweep.run(Duration.ofMinutes(1));

        assertThat(report.count(SweepOutcome.DELETED)).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.lag()).isGreaterThanOrEqualTo(60);
        assertThat(report.complete()).isTrue();
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.DELETED);
    }
}
