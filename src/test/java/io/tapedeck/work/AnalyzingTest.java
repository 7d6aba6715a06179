package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.analysis.WrittenAnalytics;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Format;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does for a job that analyzes, and what is shown of it. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class AnalyzingTest {
    private final Workshop workshop;
    private RecordingId id;

    AnalyzingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void aRecordingHasAudio() {
        id = workshop.recorded("call");
    }

    @Test
    void withoutATranscriptTheFiguresComeFromTheSound() {
        var job = workshop.analyze(id);
        assertThat(find()).isInstanceOf(Finding.Underway.class);

        workshop.run(job);

        assertThat(workshop.job(job).execution().result()).contains(new Analysis.Result(1));
        assertThat(written().stale()).isFalse();
        assertThat(figure("basis")).isEqualTo("audio");
        assertThat(figure("keypad")).contains("0.5");
        assertThat(workshop.events(id)).endsWith("processing", "analyzed", "completed");
    }

    @Test
    void withOneTheyComeFromTheWords() {
        workshop.run(workshop.transcribe(id));

        workshop.run(workshop.analyze(id));

        assertThat(figure("basis")).isEqualTo("transcript");
        assertThat(written().stored().transcript())
                .isEqualTo(workshop.find(id).audio().orElseThrow().transcript().map(stored -> stored.id()));
    }

    @Test
    void anotherTranscriptMakesThemStaleUntilTheyAreMadeAnew() {
        workshop.run(workshop.analyze(id));
        workshop.run(workshop.transcribe(id));
        assertThat(written().stale()).isTrue();

        workshop.run(workshop.analyze(id));

        assertThat(written().stale()).isFalse();
        assertThat(workshop.objects(id))
                .filteredOn(key -> key.contains(".analytics."))
                .hasSize(1);
    }

    @Test
    void otherAudioMakesThemStaleAndItsReturnMakesThemTrueAgain() {
        workshop.run(workshop.analyze(id));
        workshop.run(workshop.convert(id, Format.MP3).job());
        assertThat(written().stale()).isTrue();
        assertThat(written().version()).isEqualTo(1);

        workshop.versions.restore(ACME, id, 1, ANN, Clearance.REDACTED);
        assertThat(written().stale()).isFalse();
    }

    @Test
    void eachVersionKeepsItsOwn() {
        workshop.run(workshop.analyze(id));
        workshop.run(workshop.convert(id, Format.MP3).job());
        workshop.run(workshop.analyze(id));
        assertThat(written().version()).isEqualTo(2);
        assertThat(written().stale()).isFalse();

        workshop.versions.restore(ACME, id, 1, ANN, Clearance.REDACTED);

        assertThat(written().version()).isEqualTo(1);
        assertThat(written().stale()).isFalse();
    }

    @Test
    void aCategoryOfNobodyWhoIsThereFailsTheJobForGood() {
        var job = workshop.analyze(id, of("nurse"));

        workshop.run(job);

        assertThat(workshop.job(job).execution().status()).isEqualTo(State.FAILED);
        assertThat(workshop.job(job).execution().failure().orElseThrow().code()).isEqualTo("unknown-speaker");
        assertThat(find()).isInstanceOf(Finding.Failed.class);
    }

    @Test
    void whoIsThereIsKnownBeforehandWhereNothingIsUnderWay() {
        workshop.run(workshop.transcribe(id));

        workshop.analytics.checkSpeakers(workshop.find(id), workshop.asked(of("ch_0")));
        assertThatThrownBy(() -> workshop.analytics.checkSpeakers(workshop.find(id), workshop.asked(of("nurse"))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("/categories/0/speaker");
                        assertThat(error.message()).contains("ch_0");
                    });
                });

        workshop.transcribe(id);
        workshop.analytics.checkSpeakers(workshop.find(id), workshop.asked(of("nurse")));
    }

    @Test
    void anAttemptThatFailsLeavesNothingAndTheNextOneSucceeds() {
        var job = workshop.analyze(id);
        workshop.sound.fail(new AudioProcessingException("ffmpeg was killed"));

        assertThat(workshop.run(job)).isEqualTo(new Attempt.Postponed());
        assertThat(workshop.objects(id)).noneMatch(key -> key.contains(".analytics."));

        workshop.sweep(job, Duration.ofMinutes(2));
        workshop.run(job);
        assertThat(written().stale()).isFalse();
    }

    @Test
    void whatIsExpiredOrUnaskedIsNotShown() {
        assertThat(find()).isEqualTo(new Finding.None<>());

        workshop.run(workshop.analyze(id));
        workshop.clock.set(workshop.now().plus(Duration.ofDays(31)));

        assertThatThrownBy(this::find)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.GONE));
    }

    private Finding<WrittenAnalytics> find() {
        return workshop.analytics.find(workshop.find(id));
    }

    private WrittenAnalytics written() {
        return ((Finding.Written<WrittenAnalytics>) find()).written();
    }

    private String figure(String name) {
        var figure = new Json().read(written().document()).path(name);
        return figure.isTextual() ? figure.textValue() : figure.toString();
    }

    private static Analysis.Category of(String speaker) {
        return new Analysis.Category("x", List.of("hello"), Optional.of(speaker), false);
    }
}
