package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.analysis.WrittenAnalytics;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redacted;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Trim;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Redactions;
import io.tapedeck.recording.Retention;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker does for a job that redacts, and what can be reached afterwards. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class RedactingTest {
    /** A letter is a second. */
    private static final String CALL = "a call of which every letter takes a second";

    private static final String CARD = "my card number is 4111111111111111 thank you";
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);

    private final Workshop workshop;
    private RecordingId id;

    RedactingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
    }

    @BeforeEach
    void somebodySaysACardNumber() {
        id = workshop.recorded(CALL);
        says(CARD);
        workshop.run(workshop.transcribe(id));
    }

    @Test
    void whatIsPersonalIsTakenOutOfTheSoundAndTheWords() {
        var job = redact(task());

        var audio = audio();
        assertThat(audio.number()).isEqualTo(2);
        assertThat(workshop.text(id)).isEqualTo(CALL + ", then silence");
        assertThat(text()).isEqualTo("my card number is [credit-card] thank you");
        assertThat(workshop.transcript(id).orElseThrow().redacted()).isTrue();
        var redactions = audio.redactions().orElseThrow();
        assertThat(redactions).isEqualTo(new Redactions(2, Style.SILENCE, false, redactions.spans()));
        assertThat(redactions.spans()).extracting(Redacted::reason).containsExactly("credit-card", "keypad");
        assertThat(redactions.spans()).extracting(Redacted::range).contains(new Range(2, 2.5));
        assertThat(result(job)).isEqualTo(new Redaction.Result(Optional.of(2), redactions.spans(), List.of()));
        assertThat(workshop.events(id)).endsWith("processing", "redacted", "completed");
    }

    @Test
    void whatItWasIsDestroyed() {
        var before = workshop.objects(id);
        redact(task());

        assertThat(workshop.objects(id)).doesNotContainAnyElementsOf(before).hasSize(3);
        assertThat(workshop.versions(id)).extracting(AudioVersion::purged).containsExactly(true, false);
        assertThat(workshop.versions(id).getFirst().transcript()).isEmpty();
        assertGone(1, Clearance.ORIGINAL);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theWordsFollowTheSound(Style style) {
        redact(new Redaction(style, Set.of(Entity.CREDIT_CARD), List.of(), 0, Redaction.Channels.ALL, false, false));

        var span = audio().redactions().orElseThrow().spans().getFirst();
        assertThat(span.range()).isEqualTo(style == Style.DELETION ? new Range(2, 2) : new Range(2, 2.5));
        assertThat(text()).contains("[credit-card]");
    }

    @Test
    void withoutATranscriptOneIsMadeOfWhichOnlyWhatMayStayIsKept() {
        id = workshop.recorded(CALL);
        says(CARD);

        redact(task());

        assertThat(text()).isEqualTo("my card number is [credit-card] thank you");
        assertThat(workshop.objects(id))
                .filteredOn(key -> key.contains("transcript"))
                .hasSize(1);
    }

    @Test
    void whereNothingIsFoundTheAudioStaysAndIsRedactedAllTheSame() {
        trim(0, 1.2);
        assertThat(text()).isEqualTo("my card");

        var job = redact(of(Entity.IBAN));

        assertThat(audio().number()).isEqualTo(2);
        assertThat(audio().redactions().orElseThrow().since()).isEqualTo(2);
        assertThat(result(job).version()).contains(2);
        assertThat(workshop.transcript(id).orElseThrow().redacted()).isTrue();
        assertThat(workshop.versions(id)).extracting(AudioVersion::purged).containsExactly(true, false);
        assertThat(workshop.objects(id)).hasSize(3);
    }

    @Test
    void rangesAloneNeedNoTranscript() {
        id = workshop.recorded(CALL);

        var job = redact(cutting(Style.BEEP, new Range(3, 4), 0.2));

        assertThat(workshop.text(id)).isEqualTo(CALL + ", then beep");
        assertThat(workshop.transcript(id)).isEmpty();
        assertThat(result(job).spans()).extracting(Redacted::reason).containsExactly("range");
        assertThat(workshop.speech.requests()).hasSize(1);
    }

    @Test
    void whatIsSaidInRangesGoesFromTheWords() {
        redact(cutting(Style.SILENCE, new Range(0, 1), 0));

        assertThat(text()).isEqualTo("[redacted] number is 4111111111111111 thank you");
    }

    @Test
    void aPreviewTellsWhatWouldBeCutAndChangesNothing() {
        var before = workshop.objects(id);
        var job = redact(new Redaction(
                Style.SILENCE, Set.of(Entity.CREDIT_CARD), List.of(), 0.2, Redaction.Channels.ALL, false, true));

        assertThat(result(job).spans()).extracting(Redacted::reason).containsExactly("credit-card", "keypad");
        assertThat(result(job).version()).isEmpty();
        assertThat(workshop.objects(id)).isEqualTo(before);
        assertThat(audio().redactions()).isEmpty();
        assertThat(workshop.events(id)).doesNotContain("redacted");
    }

    @Test
    void aKeptOriginalIsForAdministratorsAlone() {
        redact(keeping());

        assertThat(workshop.versions(id)).extracting(AudioVersion::purged).containsExactly(false, false);
        assertGone(1, Clearance.REDACTED);
        assertThat(workshop.text(workshop.versions.get(recording(), 1, Clearance.ORIGINAL)))
                .isEqualTo(CALL);

        workshop.versions.restore(ACME, id, 1, ANN, Clearance.ORIGINAL);
        assertThat(recording().redactions()).isEmpty();
        assertThat(text()).isEqualTo(CARD);
    }

    @Test
    void noUrlThatWasHandedOutBeforeFetchesAKeptOriginal() {
        var lay = audio().file().key();
        redact(keeping());

        var kept = workshop.versions(id).getFirst().file().key();
        assertThat(kept).isNotEqualTo(lay);
        assertThat(workshop.objects(id))
                .contains(kept.value(), kept.waveform().value())
                .doesNotContain(lay.value());
        assertThat(workshop.text(workshop.versions.get(recording(), 1, Clearance.ORIGINAL)))
                .isEqualTo(CALL);
    }

    @Test
    void whereAKeptOriginalLayTheSweepLeavesNothing() {
        var lay = audio().file().key();
        var job = workshop.redact(id, keeping());
        workshop.trouble.after(
                isOf(recording(), "kept-v1.waveform"),
                () -> workshop.trouble.beforeDelete(() -> {
                    throw new Killed();
                }));
        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertThat(workshop.objects(id)).contains(lay.value());

        workshop.sweep(job, Duration.ofMinutes(5));

        assertThat(workshop.objects(id))
                .doesNotContain(lay.value(), lay.waveform().value());
    }

    @Test
    void linksFromBeforeStayDeadWhenTheOriginalIsBack() {
        redact(keeping());
        workshop.versions.restore(ACME, id, 1, ANN, Clearance.ORIGINAL);

        assertThat(recording().history().redaction()).isEqualTo(2);
    }

    @Test
    void labelsOfSpeakersThatSayWhatWasFoundAreReplaced() {
        id = workshop.recorded(CALL);
        workshop.speech.then(source -> new Answer.Done(Spoken.transcript(
                source.audio().measures().duration(),
                new Segment(
                        new Voice(Optional.of("Zebulon Okonkwo"), OptionalInt.of(0)),
                        Spoken.evenly("my name is zebulon okonkwo", 0, 0.5)),
                new Segment(Voice.labelled("Agent"), Spoken.evenly("thanks", 3, 0.5)))));
        workshop.run(workshop.transcribe(id));

        redact(task());

        var said = workshop.transcript(id).orElseThrow();
        assertThat(said.segments())
                .extracting(segment -> segment.voice().speaker().orElseThrow())
                .containsExactly("ch_0", "Agent");
        assertThat(said.labels()).containsValue("ch_0");
    }

    @Test
    void whatIsCutNowOrBeforeIsSaidByWhatIsThere() {
        redact(task());

        redact(new Redaction(
                Style.DELETION, Set.of(Entity.IBAN), List.of(), 0.2, Redaction.Channels.ALL, false, false));

        assertThat(audio().redactions().orElseThrow().type()).isEqualTo(Style.SILENCE);
    }

    @Test
    void nothingIsDoneThatWouldLeaveNothing() {
        var all = cutting(Style.DELETION, new Range(0, CALL.length()), 0);

        assertThatThrownBy(() -> workshop.redact(id, all))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNPROCESSABLE_AUDIO));
    }

    @Test
    void whatIsMadeOfARestoredOriginalIsOutOfReachOnceTheRedactedOneIsBack() {
        redact(keeping());
        workshop.versions.restore(ACME, id, 1, ANN, Clearance.ORIGINAL);
        workshop.run(workshop.convert(id, Format.MP3).job());

        workshop.versions.restore(ACME, id, 2, ANN, Clearance.REDACTED);

        assertGone(3, Clearance.REDACTED);
    }

    @Test
    void laterVersionsStayRedactedAndTheirSpansMove() {
        redact(task());
        workshop.run(workshop.convert(id, Format.MP3).job());
        trim(1, 40);

        var redactions = audio().redactions().orElseThrow();
        assertThat(redactions.since()).isEqualTo(2);
        assertThat(redactions.spans())
                .extracting(Redacted::range)
                .containsExactly(new Range(1, 1.5), new Range(29.5, 29.6));
        assertThat(workshop.versions.get(recording(), 3, Clearance.REDACTED).number())
                .isEqualTo(3);
        assertThat(text()).contains("[credit-card]");
    }

    @Test
    void moreCanBeTakenOutLater() {
        id = workshop.recorded(CALL);
        says("my name is john okonkwo and my card number is 4111111111111111");
        workshop.run(workshop.transcribe(id));

        redact(of(Entity.CREDIT_CARD));
        assertThat(text()).isEqualTo("my name is john okonkwo and my card number is [credit-card]");
        redact(of(Entity.NAME));

        assertThat(text()).isEqualTo("my name is [name] and my card number is [credit-card]");
        assertThat(audio().redactions().orElseThrow().spans())
                .extracting(Redacted::reason)
                .containsExactly("name", "credit-card", "keypad");
        assertThat(workshop.versions(id)).extracting(AudioVersion::purged).containsExactly(true, true, false);
    }

    @Test
    void twoAtOnceAreDoneOneAfterTheOther() {
        var first = workshop.redact(id, of(Entity.CREDIT_CARD));
        var second = workshop.redact(id, of(Entity.CREDIT_CARD));
        workshop.runAll(id);

        assertThat(List.of(first, second))
                .extracting(job -> workshop.job(job).execution().status())
                .containsOnly(State.SUCCEEDED);
        assertThat(workshop.objects(id)).hasSize(3);
    }

    @Test
    void figuresAreMadeAnewOfWhatIsLeft() {
        workshop.run(workshop.analyze(id));
        var before = figures();
        assertThat(before.stale()).isFalse();

        redact(task());

        var after = figures();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.stale()).isFalse();
        assertThat(after.stored()).isNotEqualTo(before.stored());
        assertThat(after.document()).doesNotContain("4111111111111111");
    }

    @Test
    void nothingIsShownToAnybodyOutsideBeforeWhatIsToGoIsGone() {
        workshop.analyze(id);
        workshop.redact(id, task());
        workshop.runAll(id);

        assertThat(workshop.sentiment.shown()).isNotEmpty().noneMatch(said -> said.contains("4111111111111111"));
        assertThat(figures().version()).isEqualTo(2);
    }

    @Test
    void norIsATranscriptThatSomebodyPutsOnRedactedAudio() {
        redact(task());
        workshop.give(id, "hello");
        var shown = workshop.sentiment.shown();

        workshop.run(workshop.analyze(id));

        assertThat(workshop.sentiment.shown()).isEqualTo(shown);
    }

    @Test
    void figuresThatWereStaleAreMadeAnewToo() {
        workshop.run(workshop.analyze(id));
        workshop.run(workshop.convert(id, Format.MP3).job());

        redact(task());

        assertThat(figures().version()).isEqualTo(3);
    }

    @Test
    void asNewTheCopyIsRedactedAndTheOriginalSaysNothingOfIt() {
        var before = recording();
        var copy = asNew(task());

        assertThat(recording()).isEqualTo(before);
        assertThat(workshop.text(id)).isEqualTo(CALL);
        assertThat(workshop.text(copy)).isEqualTo(CALL + ", then silence");
        assertThat(workshop.find(copy).history().redaction()).isEqualTo(1);
        assertThat(workshop.transcript(copy).orElseThrow().text()).contains("[credit-card]");
        assertThat(workshop.events(copy)).containsExactly("created", "processing", "redacted", "completed");
    }

    @Test
    void asNewOfAudioInWhichNothingIsFoundIsACopy() {
        id = workshop.recorded(CALL);
        says("hello there");

        var copy = asNew(of(Entity.IBAN));

        assertThat(workshop.text(copy)).isEqualTo(CALL);
        assertThat(workshop.find(copy).history().redaction()).isEqualTo(1);
        assertThat(workshop.objects(copy)).hasSize(3);
    }

    @Test
    void aHoldKeepsTheEvidence() {
        hold();

        assertThatThrownBy(() -> workshop.redact(id, task()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.LEGAL_HOLD));
        assertThat(workshop.find(asNew(task())).history().redaction()).isEqualTo(1);
    }

    @Test
    void aHoldThatIsPutOnMeanwhileKeepsItAsWell() {
        var before = workshop.objects(id);
        workshop.processor.then(_ -> {
            hold();
            return Optional.empty();
        });

        var job = redact(task());

        assertThat(failure(job)).isEqualTo("legal-hold");
        assertThat(audio().redactions()).isEmpty();
        assertThat(workshop.objects(id)).isEqualTo(before);
    }

    @Test
    void whatCannotBeProvenIsNotPublished() {
        var before = workshop.objects(id);
        workshop.processor.thenAnswer(
                new Production.Impossible(new Failure("redaction-not-proven", "Something can still be heard.")));

        var job = redact(task());

        assertThat(failure(job)).isEqualTo("redaction-not-proven");
        assertThat(workshop.objects(id)).isEqualTo(before);
        assertThat(text()).isEqualTo(CARD);
    }

    @Test
    void aTranscriptThatComesMeanwhileIsLookedThroughBeforeAnythingIsPublished() {
        workshop.processor.then(_ -> {
            workshop.give(id, "meanwhile");
            return Optional.empty();
        });

        var job = redact(task());
        assertThat(audio().redactions()).isEmpty();
        workshop.sweep(job, Duration.ofMinutes(1));
        workshop.run(job);

        assertThat(text()).isEqualTo("meanwhile");
        assertThat(workshop.transcript(id).orElseThrow().redacted()).isTrue();
    }

    @Test
    void whatIsHeardInRedactedAudioLaterIsRedacted() {
        redact(task());
        says("my card number is thank you");

        workshop.run(workshop.transcribe(id));

        assertThat(workshop.transcript(id).orElseThrow().redacted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".wav", ".waveform.json", ".transcript.json.gz", ".analytics.json.gz"})
    void aWorkerThatDiesLeavesTheOldStateAndTheNextOneTheNew(String written) {
        workshop.run(workshop.analyze(id));
        var job = workshop.redact(id, task());
        workshop.trouble.dieAfter(isOf(recording(), written));

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertThat(text()).isEqualTo(CARD);
        assertThat(audio().redactions()).isEmpty();

        workshop.sweep(job, Duration.ofHours(1));
        workshop.run(job);

        assertThat(text()).contains("[credit-card]");
        assertThat(workshop.objects(id)).hasSize(4);
    }

    @Test
    void aWorkerThatDiesBeforeItDestroysLeavesThatToTheSweep() {
        var job = workshop.redact(id, task());
        workshop.processor.then(_ -> {
            workshop.trouble.beforeDelete(() -> {
                throw new Killed();
            });
            return Optional.empty();
        });

        assertThatThrownBy(() -> workshop.run(job)).isInstanceOf(Killed.class);
        assertGone(1, Clearance.ORIGINAL);
        assertThat(workshop.objects(id)).hasSize(6);

        workshop.sweep(job, Duration.ofMinutes(5));

        assertThat(workshop.objects(id)).hasSize(3);
        assertThat(workshop.versions(id)).extracting(AudioVersion::purged).containsExactly(true, false);
    }

    @Test
    void aJobThatWorksOnWhatIsGoneByThenFails() {
        var copy =
                workshop.jobs.submitAsNew(ACME, new RecordingId(workshop.ids.next()), id, Workshop.to(Format.MP3), ANN);
        redact(task());

        workshop.run(copy.job());

        assertThat(failure(copy.job())).isEqualTo("source-gone");
    }

    @Test
    void whatTheCallerSaysThemselvesIsNamedAndStays() {
        workshop.recordings.change(ACME, id, recording -> {
            var details = Details.of(List.of("4111-1111-1111-1111"), Optional.empty());
            var after = recording.withDetails(details, recording.retention(), workshop.now());
            return Decision.write(new Change(after, List.of(), List.of(), List.of()));
        });

        var job = redact(task());

        assertThat(result(job).notes())
                .singleElement()
                .asString()
                .startsWith("/tags/0 ")
                .doesNotContain("4111");
    }

    @Test
    void rangesBeyondTheEndAreRefusedOrFailTheJob() {
        var late = cutting(Style.SILENCE, new Range(40, 4000), 0);
        assertThatThrownBy(() -> workshop.redact(id, late)).isInstanceOf(ProblemException.class);

        workshop.convert(id, Format.MP3);
        var job = workshop.redact(id, late);
        workshop.runAll(id);

        assertThat(failure(job)).isEqualTo("beyond-end");
    }

    private static Redaction task() {
        return new Redaction(Style.SILENCE, ALL, List.of(), 0.2, Redaction.Channels.ALL, false, false);
    }

    private static Redaction of(Entity... entities) {
        return new Redaction(Style.SILENCE, Set.of(entities), List.of(), 0.2, Redaction.Channels.ALL, false, false);
    }

    private static Redaction keeping() {
        return new Redaction(Style.SILENCE, ALL, List.of(), 0.2, Redaction.Channels.ALL, true, false);
    }

    private static Redaction cutting(Style style, Range range, double padding) {
        return new Redaction(style, Set.of(), List.of(range), padding, Redaction.Channels.ALL, false, false);
    }

    private Job redact(Redaction task) {
        var job = workshop.redact(id, task);
        workshop.run(job);
        return job;
    }

    private RecordingId asNew(Redaction task) {
        var copy = new RecordingId(workshop.ids.next());
        workshop.run(workshop.jobs.submitAsNew(ACME, copy, id, task, ANN).job());
        return copy;
    }

    private void trim(double start, double end) {
        var task = new Trim(Optional.of(start), Optional.of(end), List.of());
        workshop.run(workshop.jobs
                .submit(ACME, id, task, ANN, new JobId(workshop.ids.next()))
                .job());
    }

    /** What the engine hears the next time: a word every half second on the first channel. */
    private void says(String text) {
        workshop.speech.then(source -> new Answer.Done(Spoken.transcript(
                source.audio().measures().duration(), new Segment(Spoken.AGENT, Spoken.evenly(text, 0, 0.5)))));
    }

    private void hold() {
        workshop.recordings.change(ACME, id, recording -> {
            var held = new Retention(
                    recording.retention().period(),
                    recording.retention().expiresAt(),
                    recording.retention().autoDeleteAt(),
                    true,
                    false,
                    true);
            var after = recording.withDetails(recording.details(), held, workshop.now());
            return Decision.write(new Change(after, List.of(), List.of(), List.of()));
        });
    }

    private void assertGone(int version, Clearance clearance) {
        assertThatThrownBy(() -> workshop.versions.get(recording(), version, clearance))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.GONE));
    }

    private CallRecording recording() {
        return workshop.find(id);
    }

    private AudioVersion audio() {
        return recording().audio().orElseThrow();
    }

    private String text() {
        return workshop.transcript(id).map(Transcript::text).orElseThrow();
    }

    private WrittenAnalytics figures() {
        return ((Finding.Written<WrittenAnalytics>) workshop.analytics.find(recording())).written();
    }

    private Redaction.Result result(Job job) {
        return (Redaction.Result) workshop.job(job).execution().result().orElseThrow();
    }

    private String failure(Job job) {
        return workshop.job(job).execution().failure().orElseThrow().code();
    }

    private static Predicate<String> isOf(CallRecording recording, String part) {
        return key -> key.contains(recording.id().toString()) && key.contains(part);
    }
}
