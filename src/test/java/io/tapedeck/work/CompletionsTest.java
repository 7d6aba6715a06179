package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.work.Completions.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an engine elsewhere tells of, in whatever order and however often. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class CompletionsTest {
    private final Workshop workshop;
    private final List<OutsideName> removed = new ArrayList<>();
    private final Completions completions;
    private RecordingId id;
    private Job job;
    private OutsideName name;

    CompletionsTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
        this.completions = new Completions(
                workshop.recordings,
                workshop.store,
                workshop.queue,
                server.stores(new Trouble()).objects((tenant, recording) -> Placement.OWN),
                removed::add,
                "tapedeck");
    }

    @BeforeEach
    void aTranscriptionIsHandedOut() {
        id = workshop.recorded("call");
        var task = new Transcription(
                SpeechEngine.AMAZON_TRANSCRIBE, Optional.of("en-US"), Optional.empty(), List.of("Tapedeck"));
        job = handedOut(task);
        name = new OutsideName("tapedeck", ACME, id, job.id());
        workshop.bucket.put(kept(), new byte[1]);
    }

    @Test
    void aCompletionHasAWorkerAskAtOnce() {
        assertThat(completions.ended(name.toString())).isEqualTo(new Told.AskedAfter(id));

        assertThat(workshop.job(job).dispatch().ready()).isTrue();
        assertThat(workshop.job(job).dispatch().handed()).isTrue();
        assertThat(workshop.job(job).execution().status()).isEqualTo(State.RUNNING);
        assertThat(workshop.bucket.read(kept())).isPresent();
    }

    @Test
    void aCompletionThatComesTwiceChangesNothingMore() {
        completions.ended(name.toString());
        var revision = workshop.find(id).history().revision();

        assertThat(completions.ended(name.toString())).isEqualTo(new Told.NotAwaited(id));

        assertThat(workshop.find(id).history().revision()).isEqualTo(revision);
    }

    @Test
    void whileAWorkerIsAskingNothingIsToBeDone() {
        write(workshop.queue.start(
                workshop.find(id),
                workshop.job(job).claimed(workshop.now(), workshop.now().plusSeconds(60))));

        assertThat(completions.ended(name.toString())).isEqualTo(new Told.NotAwaited(id));

        assertThat(workshop.bucket.read(kept())).isPresent();
    }

    @Test
    void withTheJobsEndItsVocabularyGoesAndNotBefore() {
        completions.prepared(name.toString());
        assertThat(removed).isEmpty();

        completions.ended(name.toString());
        assertThat(removed).containsExactly(name);
    }

    @Test
    void whereNoVocabularyWasAskedForNoneIsLookedFor() {
        write(workshop.queue.fail(workshop.find(id), workshop.job(job), new Failure("x", "X."), ANN));
        var plain = handedOut(
                new Transcription(SpeechEngine.AMAZON_TRANSCRIBE, Optional.empty(), Optional.empty(), List.of()));

        completions.ended(new OutsideName("tapedeck", ACME, id, plain.id()).toString());

        assertThat(removed).isEmpty();
    }

    @Test
    void ofAVocabularyThatIsPreparedTheJobIsToldAtOnce() {
        assertThat(completions.prepared(name.toString())).isEqualTo(new Told.AskedAfter(id));

        assertThat(workshop.job(job).dispatch().ready()).isTrue();
    }

    @Test
    void whatComesAfterTheJobIsOverIsRemoved() {
        write(workshop.queue.fail(workshop.find(id), workshop.job(job), new Failure("x", "X."), ANN));

        assertThat(completions.prepared(name.toString())).isEqualTo(new Told.NotAwaited(id));

        assertThat(workshop.bucket.read(kept())).isEmpty();
        assertThat(removed).containsExactly(name);
        assertThat(workshop.versions(id)).hasSize(1);
    }

    @Test
    void whatComesAfterTheRecordingIsGoneIsRemoved() {
        workshop.deletions.delete(ACME, id, ANN, recording -> {});
        workshop.bucket.put(kept(), new byte[1]);

        assertThat(completions.ended(name.toString())).isEqualTo(new Told.NotAwaited(id));

        assertThat(workshop.objects(id)).isEmpty();
        assertThat(removed).containsExactly(name);
    }

    @Test
    void ofWhatNeverWasNothingIsLeft() {
        var never =
                new OutsideName("tapedeck", ACME, new RecordingId(workshop.ids.next()), new JobId(workshop.ids.next()));

        assertThat(completions.ended(never.toString())).isEqualTo(new Told.NotAwaited(never.recording()));

        assertThat(removed).containsExactly(never);
    }

    @Test
    void jobsOfOthersAreNoneOfOurs() {
        assertThat(completions.ended("weekly-report")).isEqualTo(new Told.Foreign());
        assertThat(completions.ended(name.toString().replace("tapedeck.", "tapedeck-2.")))
                .isEqualTo(new Told.Foreign());

        assertThat(workshop.job(job).dispatch().ready()).isFalse();
        assertThat(removed).isEmpty();
    }

    @Test
    void aCompletionThatIsLostIsMadeGoodByTheSweep() {
        workshop.sweep(job, Duration.ofMinutes(10));

        assertThat(workshop.job(job).dispatch().ready()).isTrue();
        assertThat(completions.ended(name.toString())).isEqualTo(new Told.NotAwaited(id));
    }

    private ObjectKey kept() {
        return ObjectKey.document(ACME, id, job.id().keptName() + ".amazon.json");
    }

    private Job handedOut(Transcription task) {
        var asked = Job.of(new JobId(workshop.ids.next()), ACME, id, task, List.of(), ANN, workshop.now());
        write(workshop.queue.accept(workshop.find(id), asked));
        var claimed = workshop.job(asked).claimed(workshop.now(), workshop.now().plusSeconds(60));
        write(workshop.queue.start(workshop.find(id), claimed));
        write(workshop.queue.keep(
                workshop.find(id), claimed.handedOut(workshop.now().plusSeconds(600))));
        return workshop.job(asked);
    }

    private void write(Change change) {
        workshop.store.commit(change);
    }
}
