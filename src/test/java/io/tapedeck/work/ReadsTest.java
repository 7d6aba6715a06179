package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Format;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.RowReads;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.local.DynamoDbInMemory;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Details;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.work.Arrivals.Arrival;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How often a job reads its own row and its recording's. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class ReadsTest {
    private final RowReads reads = new RowReads();
    private final Workshop workshop;

    ReadsTest(DynamoDbInMemory server, S3Server bucket, @TempDir Path workDir) {
        var table = new Table(server.client(List.of(reads)), server.createTable(), Deadline.NONE);
        this.workshop = new Workshop(table, bucket, workDir);
    }

    @Test
    void anUploadIsTakenInWithOneReadOfEach() {
        var id = workshop.uploaded("call");
        reads.clear();

        var done = workshop.run(arrived(id));

        assertThat(List.of(reads.ofRecordings(), reads.ofJobs())).containsExactly(1L, 1L);
        assertThat(done).isInstanceOf(Attempt.Completed.class);
        assertThat(workshop.text(id)).isEqualTo("call");
        assertThat(workshop.objects(id))
                .doesNotContain(ObjectKey.upload(ACME, id).value());
    }

    @Test
    void whatTheQueueTellsOfIsDoneWithOneReadOfEach() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        reads.clear();

        workshop.run(job);

        assertThat(List.of(reads.ofRecordings(), reads.ofJobs())).containsExactly(1L, 1L);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
    }

    @Test
    void whatOthersChangedMeanwhileIsReadAgainAndKept() {
        var id = workshop.recorded("call");
        var job = workshop.convert(id, Format.MP3).job();
        workshop.processor.then(_ -> {
            tag(id);
            reads.clear();
            return Optional.empty();
        });

        workshop.run(job);

        assertThat(List.of(reads.ofRecordings(), reads.ofJobs())).containsExactly(1L, 1L);
        assertThat(workshop.text(id)).isEqualTo("call, then mp3");
        assertThat(workshop.find(id).details().tags()).containsExactly("kept");
    }

    @Test
    void anUploadWhoseRecordingIsChangedBeforeItIsTakenInIsTakenIn() {
        var id = workshop.uploaded("call");
        var arrival = arrived(id);
        tag(id);

        workshop.run(arrival);

        assertThat(workshop.text(id)).isEqualTo("call");
        assertThat(workshop.find(id).details().tags()).containsExactly("kept");
    }

    @Test
    void anUploadOfWhichTwoAreToldIsTakenInByOne() {
        var id = workshop.uploaded("call");
        var first = arrived(id);
        var second = arrived(id);

        assertThat(workshop.run(first)).isInstanceOf(Attempt.Completed.class);
        assertThat(workshop.run(second)).isEqualTo(new Attempt.NotHeld());

        assertThat(workshop.text(id)).isEqualTo("call");
    }

    private Arrival.Expected arrived(RecordingId id) {
        return (Arrival.Expected) workshop.arrivals.arrived(ObjectKey.upload(ACME, id), NOON);
    }

    private void tag(RecordingId id) {
        workshop.recordings.change(ACME, id, recording -> Decision.write(tagged(recording)));
    }

    private static Change tagged(CallRecording recording) {
        var details = new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("kept"),
                Optional.empty());
        var after = recording.withDetails(
                details, recording.retention(), recording.history().updated());
        return new Change(after, List.of(), List.of(), List.of());
    }
}
