package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static io.tapedeck.work.Workshop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Status;
import io.tapedeck.retention.SweepOutcome;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Transcriber.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does for a job that transcribes. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class TranscribingTest {
    private final Workshop workshop;
    private RecordingId id;

    TranscribingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void aRecordingHasAudio() {
        id = workshop.recorded("call");
    }

    @Test
    void whatIsHeardBelongsToTheVersionThatWasHeard() {
        var job = workshop.transcribe(id);

        workshop.run(job);

        assertThat(workshop.transcript(id).orElseThrow().text()).isEqualTo("hello");
        assertThat(workshop.job(job).execution().result()).contains(new Transcription.Result(1, 1));
        assertThat(workshop.versions(id))
                .singleElement()
                .satisfies(version ->
                        assertThat(version).isEqualTo(workshop.find(id).audio().orElseThrow()));
        assertThat(workshop.find(id)
                        .audio()
                        .orElseThrow()
                        .transcript()
                        .orElseThrow()
                        .id())
                .isEqualTo("trn_" + job.id().ulid());
        assertThat(workshop.events(id)).endsWith("processing", "transcribed", "completed");
    }

    @Test
    void asManySpeakersAreToldApartAsAreNamed() {
        workshop.run(workshop.transcribe(id));
        workshop.name(id, 3);
        workshop.run(workshop.transcribe(id));

        assertThat(workshop.speech.requests())
                .extracting(Transcription::speakers)
                .containsExactly(Optional.empty(), Optional.of(3));
    }

    @Test
    void audioThatIsMadeOfItHasItToo() {
        workshop.run(workshop.transcribe(id));

        workshop.run(workshop.convert(id, Format.MP3).job());

        assertThat(workshop.find(id).audio().orElseThrow().number()).isEqualTo(2);
        assertThat(workshop.transcript(id).orElseThrow().text()).isEqualTo("hello");
    }

    @Test
    void whatIsDoneElsewhereIsAskedAfterWhenItsTimeHasCome() {
        var job = workshop.transcribe(id);
        workshop.speech.then(_ -> new Answer.Handed(Duration.ofMinutes(5)));

        assertThat(workshop.run(job)).isEqualTo(new Attempt.Handed());
        assertThat(workshop.job(job).dispatch().due()).contains(NOON.plusSeconds(300));
        assertThat(workshop.sweep(job, Duration.ofMinutes(5))).isEqualTo(SweepOutcome.ASKED_AFTER);
        workshop.run(job);

        assertThat(workshop.transcript(id)).isPresent();
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
    }

    @Test
    void whoeverRunsOutOfTimeHasTheNextOneGoOnAtOnceAndSpendsNoAttempt() {
        var job = workshop.transcribe(id);
        for (int i = 0; i < 5; i++) {
            workshop.speech.then(_ -> new Answer.Unfinished());
            assertThat(workshop.run(job)).isEqualTo(new Attempt.Handed());
            assertThat(workshop.job(job).dispatch().ready()).isTrue();
        }

        workshop.run(job);

        assertThat(workshop.transcript(id)).isPresent();
        assertThat(workshop.job(job).execution().attempts()).isEqualTo(1);
    }

    @Test
    void whatWorkersKeptForEachOtherStaysUntilTheJobIsOver() {
        var job = workshop.transcribe(id);
        workshop.speech.then(source -> {
            workshop.bucket.put(kept(source), "words".getBytes(StandardCharsets.UTF_8));
            return new Answer.Unfinished();
        });
        workshop.run(job);
        assertThat(workshop.objects(id)).contains(kept(job).value());

        workshop.run(job);

        assertThat(workshop.objects(id)).doesNotContain(kept(job).value());
    }

    @Test
    void anEngineThatFailsForNowIsTriedAgainWhenItSays() {
        var job = workshop.transcribe(id);
        var failure = new Failure("transcriber-failed", "The engine is busy.");
        workshop.speech.then(_ -> {
            throw new TemporaryFailureException(failure, Optional.of(Duration.ofMinutes(7)));
        });

        assertThat(workshop.run(job)).isEqualTo(new Attempt.Postponed());

        assertThat(workshop.job(job).execution().failure()).contains(failure);
        assertThat(workshop.job(job).dispatch().due()).contains(NOON.plusSeconds(420));
    }

    @Test
    void whatNoEngineCanDoFailsWithoutHarmToTheRecording() {
        var job = workshop.transcribe(id);
        workshop.speech.then(_ -> new Answer.Failed(new Failure("unsupported-language", "Nobody knows it.")));

        assertThat(workshop.run(job)).isEqualTo(new Attempt.Failed());

        assertThat(workshop.find(id).lifecycle().status()).isEqualTo(Status.COMPLETED);
        assertThat(workshop.events(id)).endsWith("failed", "completed");
    }

    @Test
    void anEngineThatIsNotThereAnyMoreFails() {
        var task = new Transcription(SpeechEngine.OPENAI, Optional.empty(), Optional.empty(), List.of());
        var job = workshop.jobs
                .submit(ACME, id, task, ANN, new JobId(workshop.ids.next()))
                .job();

        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).execution().failure().orElseThrow().code()).isEqualTo("transcriber-unavailable");
    }

    @Test
    void ofTwoJobsTheLaterHasTheLastWord() {
        var first = workshop.transcribe(id);
        var second = workshop.transcribe(id);

        workshop.run(first);
        workshop.run(second);

        assertThat(workshop.find(id)
                        .audio()
                        .orElseThrow()
                        .transcript()
                        .orElseThrow()
                        .id())
                .isEqualTo("trn_" + second.id().ulid());
    }

    @Test
    void whatIsReplacedIsDestroyed() {
        workshop.run(workshop.transcribe(id));
        var before = workshop.objects(id);

        workshop.run(workshop.transcribe(id));

        assertThat(workshop.objects(id)).hasSameSizeAs(before).doesNotContainSequence(before);
    }

    @Test
    void oneThatCameMeanwhileStaysAndWhatWasHeardGoes() {
        var job = workshop.transcribe(id);
        workshop.speech.then(source -> {
            workshop.give(id, "brought");
            return new Answer.Done(ScriptedTranscriber.hello(source));
        });

        assertThat(workshop.run(job)).isInstanceOf(Attempt.Completed.class);

        assertThat(workshop.transcript(id).orElseThrow().text()).isEqualTo("brought");
        assertThat(workshop.objects(id))
                .filteredOn(key -> key.contains("transcript"))
                .hasSize(1);
    }

    @Test
    void ofARecordingThatIsDeletedMeanwhileNothingIsLeft() {
        var job = workshop.transcribe(id);
        workshop.speech.then(source -> {
            workshop.bucket.put(kept(source), "words".getBytes(StandardCharsets.UTF_8));
            workshop.deletions.delete(ACME, id, ANN, _ -> {});
            return new Answer.Done(ScriptedTranscriber.hello(source));
        });

        assertThat(workshop.run(job)).isEqualTo(new Attempt.NotHeld());

        assertThat(workshop.objects(id)).isEmpty();
    }

    private static ObjectKey kept(SpeechSource source) {
        return ObjectKey.document(source.tenant(), source.recording(), source.kept() + ".0-0-1000.json.gz");
    }

    private static ObjectKey kept(Job job) {
        return ObjectKey.document(job.tenant(), job.recording(), job.id().keptName() + ".0-0-1000.json.gz");
    }
}
