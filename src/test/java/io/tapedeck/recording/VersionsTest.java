package io.tapedeck.recording;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.work.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({DynamoDbLocal.class, S3Local.class})
class VersionsTest {
    private final Workshop workshop;

    VersionsTest(Table table, S3Server server, @TempDir Path workDir) {
        workshop = new Workshop(table, server, workDir);
    }

    @Test
    void anEarlierVersionBecomesTheCurrentOneWithoutANewObject() {
        var id = converted();
        var objects = workshop.objects(id);

        var restored = workshop.versions.restore(ACME, id, 1, ANN, Clearance.REDACTED);

        assertThat(restored.audio()).contains(workshop.versions(id).getFirst());
        assertThat(restored.lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.text(id)).isEqualTo("call");
        assertThat(workshop.objects(id)).isEqualTo(objects);
        assertThat(workshop.versions(id)).hasSize(2);
    }

    @Test
    void itsEventSaysWhoDidItAndWhatChanged() {
        var id = converted();

        workshop.versions.restore(ACME, id, 1, ANN, Clearance.REDACTED);

        var event = workshop.eventStore
                .events(ACME, id, Optional.empty(), 100)
                .items()
                .getLast();
        assertThat(event.type()).isEqualTo("recording.updated");
        assertThat(event.actor()).isEqualTo(ANN.value());
        assertThat(event.data()).contains("\"duration\"", "\"sha256\"", "\"version\"]");
    }

    @Test
    void theNextVersionFollowsTheLastAndIsMadeOfTheCurrentOne() {
        var id = converted();
        workshop.versions.restore(ACME, id, 1, ANN, Clearance.REDACTED);
        workshop.convert(id, Format.FLAC);

        workshop.runAll(id);

        assertThat(workshop.versions(id)).extracting(AudioVersion::number).containsExactly(1, 2, 3);
        assertThat(workshop.text(id)).isEqualTo("call, then flac");
        assertThat(workshop.versions(id).getLast().provenance().parentSha256())
                .contains(workshop.versions(id).getFirst().file().sha256());
    }

    @Test
    void toRestoreTheCurrentOneChangesNothing() {
        var id = converted();
        var before = workshop.find(id);

        assertThat(workshop.versions.restore(ACME, id, 2, ANN, Clearance.REDACTED))
                .isEqualTo(before);
    }

    @Test
    void anUnknownOneIsNotFound() {
        var id = converted();

        assertRefused(ProblemType.NOT_FOUND, id, 3);
    }

    @Test
    void aPurgedOneIsGone() {
        var id = converted();
        purge(id, workshop.versions(id).getFirst());

        assertRefused(ProblemType.GONE, id, 1);
    }

    @Test
    void nothingIsRestoredWhileJobsAreUnfinished() {
        var id = converted();
        workshop.convert(id, Format.FLAC);

        assertRefused(ProblemType.NOT_READY, id, 1);
    }

    private RecordingId converted() {
        var id = workshop.recorded("call");
        workshop.convert(id, Format.MP3);
        workshop.runAll(id);
        return id;
    }

    private void purge(RecordingId id, AudioVersion version) {
        var purged = new AudioVersion(
                version.number(),
                version.provenance(),
                version.file(),
                version.originalSize(),
                version.measures(),
                version.treatments(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        workshop.store.commit(new Change(workshop.find(id), List.of(), List.of(purged), List.of()));
    }

    private void assertRefused(ProblemType type, RecordingId id, int number) {
        assertThatThrownBy(() -> workshop.versions.restore(ACME, id, number, ANN, Clearance.REDACTED))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
