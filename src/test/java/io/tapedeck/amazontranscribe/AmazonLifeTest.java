package io.tapedeck.amazontranscribe;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.Status;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.storage.Placement;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.work.Attempt;
import io.tapedeck.work.Claims;
import io.tapedeck.work.Completions;
import io.tapedeck.work.Speech;
import io.tapedeck.work.Transcribing;
import io.tapedeck.work.WorkByTask;
import io.tapedeck.work.WorkDir;
import io.tapedeck.work.Worker;
import io.tapedeck.work.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a job that Amazon Transcribe does, from its first worker to the last. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class AmazonLifeTest {
    private static final String RESULT = """
        {"results": {"language_code": "en-US", "items": [
          {"speaker_label": "spk_0", "start_time": "1.0", "end_time": "1.4", "type": "pronunciation",
           "alternatives": [{"confidence": "0.98", "content": "Hello"}]}]}}\
        """;

    private final Workshop workshop;
    private final AmazonServer amazon;
    private final Worker worker;
    private final Completions completions;
    private RecordingId id;
    private Job job;

    AmazonLifeTest(Table table, S3Server bucket, @TempDir Path folder) throws IOException {
        this.workshop = new Workshop(table, bucket, folder.resolve("workshop"));
        this.amazon = new AmazonServer(bucket, Workshop.NOON);
        var stores = bucket.stores(new Trouble());
        var places = new AmazonPlaces("tapedeck", "recordings", Optional.empty());
        var engine = new AmazonTranscriber(amazon.client(), places, stores.documents(), workshop.clock);
        var transcribing = new Transcribing(
                workshop.recordings,
                new Speech(
                        workshop.recordings,
                        stores.audio(),
                        new Transcribers(Map.of(SpeechEngine.AMAZON_TRANSCRIBE, engine))),
                new TranscriptDocuments(stores.documents()));
        this.worker = new Worker(
                workshop.recordings,
                new Claims(workshop.recordings, workshop.store, workshop.queue),
                workshop.queue,
                new Leftovers(workshop.store, stores.objects((tenant, recording) -> Placement.OWN)),
                new Purge(
                        workshop.recordings,
                        workshop.store,
                        stores.objects((tenant, recording) -> Placement.OWN),
                        workshop.endedShares,
                        workshop.waveforms),
                workshop.endedShares,
                new WorkByTask(
                        (task, recording, ingest, dir, progress) -> {
                            throw new AssertionError("nothing is taken in");
                        },
                        (task, recording, made, dir, progress) -> {
                            throw new AssertionError("nothing is made");
                        },
                        transcribing,
                        (task, recording, analysis, dir, progress) -> {
                            throw new AssertionError("nothing is analyzed");
                        },
                        (task, recording, redaction, dir, progress) -> {
                            throw new AssertionError("nothing is redacted");
                        },
                        (task, recording, export, dir, progress) -> {
                            throw new AssertionError("nothing is exported");
                        },
                        (task, recording, clip, dir, progress) -> {
                            throw new AssertionError("nothing is cut out");
                        },
                        (task, recording, move, dir, progress) -> {
                            throw new AssertionError("nothing is moved");
                        }),
                WorkDir.cleared(folder.resolve("work")));
        this.completions = new Completions(
                workshop.recordings,
                workshop.store,
                workshop.queue,
                stores.objects((tenant, recording) -> Placement.OWN),
                new AmazonVocabularies(amazon.client()),
                "tapedeck");
    }

    @BeforeEach
    void aJobWithAVocabularyIsBegun() {
        id = workshop.recorded("call");
        var task = new Transcription(
                SpeechEngine.AMAZON_TRANSCRIBE, Optional.of("en-US"), Optional.of(2), List.of("Tapedeck"));
        job = Job.of(new JobId(workshop.ids.next()), ACME, id, task, List.of(), ANN, workshop.now());
        workshop.store.commit(workshop.queue.accept(workshop.find(id), job));
        assertThat(run()).isEqualTo(new Attempt.Handed());
    }

    @AfterEach
    void close() {
        amazon.close();
    }

    @Test
    void fromItsVocabularyToItsTranscriptItHoldsNoWorkerAndLeavesNothing() {
        heard();

        completions.ended(name());
        assertThat(run()).isInstanceOf(Attempt.Completed.class);

        var done = workshop.job(job);
        assertThat(done.execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(done.execution().attempts()).isEqualTo(1);
        var transcript = workshop.find(id).audio().orElseThrow().transcript().orElseThrow();
        assertThat(transcript.engine()).isEqualTo("amazon-transcribe");
        assertThat(transcript.language()).contains("en-US");
        assertThat(transcript.diarized()).isTrue();
        assertThat(workshop.bucket.read(transcript.document())).isPresent();
        assertThat(workshop.objects(id)).noneMatch(key -> key.contains("-kept"));
        assertThat(amazon.vocabularies()).isEmpty();
        assertThat(workshop.events(id)).endsWith("processing", "transcribed", "completed");
    }

    @Test
    void whatNobodyTellsOfTheSweepAsksAfter() {
        heard();

        workshop.sweep(job, Duration.ofMinutes(1));
        assertThat(run()).isInstanceOf(Attempt.Completed.class);
    }

    @Test
    void aCompletionThatComesTwiceAndOneThatComesLateChangeNothing() {
        heard();
        completions.ended(name());
        run();
        var revision = workshop.find(id).history().revision();

        assertThat(completions.ended(name())).isEqualTo(new Completions.Told.NotAwaited(id));
        assertThat(run()).isEqualTo(new Attempt.NotHeld());

        assertThat(workshop.find(id).history().revision()).isEqualTo(revision);
        assertThat(workshop.objects(id)).anyMatch(key -> key.endsWith(".transcript.json.gz"));
    }

    @Test
    void whatAmazonHeardOfARecordingThatIsDeletedMeanwhileIsRemoved() {
        amazon.vocabularyIs(name(), "READY");
        completions.prepared(name());
        run();
        workshop.deletions.delete(ACME, id, ANN, recording -> {});
        amazon.complete(name(), RESULT.getBytes(StandardCharsets.UTF_8));

        completions.ended(name());

        assertThat(workshop.objects(id)).isEmpty();
        assertThat(amazon.vocabularies()).isEmpty();
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.DELETED);
    }

    @Test
    void aJobThatFailsAtAmazonFailsHereAndTheRecordingIsWhatItWas() {
        amazon.vocabularyIs(name(), "READY");
        completions.prepared(name());
        run();
        amazon.fail(name(), "Unsupported audio format");
        completions.ended(name());

        assertThat(run()).isInstanceOf(Attempt.Failed.class);

        assertThat(workshop.job(job).execution().failure().orElseThrow().code()).isEqualTo("unsupported-audio");
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(amazon.vocabularies()).isEmpty();
    }

    private void heard() {
        amazon.vocabularyIs(name(), "READY");
        completions.prepared(name());
        assertThat(run()).isEqualTo(new Attempt.Handed());
        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.PROCESSING);
        amazon.complete(name(), RESULT.getBytes(StandardCharsets.UTF_8));
    }

    private String name() {
        return "tapedeck.acme.%s.%s".formatted(id.ulid(), job.id().ulid());
    }

    private Attempt run() {
        return worker.run(ACME, id, job.id());
    }
}
