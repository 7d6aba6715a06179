package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.storage.InMemoryDocumentStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.PieceStore;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.SpeechAudio;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.format.PieceDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PiecewiseTranscriberTest {
    private static final TimeLeft FOREVER = Optional::empty;
    private static final TemporaryFailureException BROKEN =
            new TemporaryFailureException(new Failure("engine-failed", "The engine fell over."), Optional.empty());
    private static final Transcription PLAIN = request(Optional.empty());
    /** Four pieces of one channel, which begin so. */
    private static final List<Range> FOUR = ranges(1, 20, 32, 60, 80, 86, 87, 95, 130, 170);

    private static final String[] FIRST_WORDS = {"a1", "a32", "a80", "a130"};

    private final ScriptedRecognizer recognizer = new ScriptedRecognizer();
    private final PieceStore store = new PieceDocuments(new InMemoryDocumentStore());

    @TempDir
    Path folder;

    @Test
    void everyWordIsSaidWhenItWasOnTheChannelOnWhichItWas() {
        var transcript = done(transcribe(two(ranges(1, 3, 70, 72), ranges(4, 6)), FOREVER, 1));

        assertThat(transcript.segments())
                .containsExactly(
                        Spoken.turn(Voice.ofChannel(0), "a1 1-2", "a2 2-3"),
                        Spoken.turn(Voice.ofChannel(1), "b4 4-5", "b5 5-6"),
                        Spoken.turn(Voice.ofChannel(0), "a70 70-71", "a71 71-72"));
        assertThat(transcript.duration()).isEqualTo(200);
        assertThat(transcript.origin()).isEqualTo(Spoken.ORIGIN);
    }

    @Test
    void nobodyKnowsWhoSpeaksOnASingleChannel() {
        var transcript = done(transcribe(one(ranges(1, 3)), FOREVER, 1));

        assertThat(transcript.segments()).containsExactly(Spoken.turn(Voice.UNKNOWN, "a1 1-2", "a2 2-3"));
    }

    @Test
    void whoHaveChannelsOfTheirOwnAreNotToldApartOtherwise() {
        var asked = request(Optional.of(3));

        var transcript = done(transcribe(two(ranges(1, 3), ranges(4, 6)), asked, FOREVER, 1));

        assertThat(transcript.isDiarized()).isFalse();
        assertThat(transcript.segments()).extracting(Segment::voice).containsExactly(Spoken.AGENT, Spoken.CALLER);
    }

    @Test
    void whereNobodySpeaksThereIsNothingToHear() {
        assertThat(done(transcribe(two(List.of(), List.of()), FOREVER, 2)).segments())
                .isEmpty();
        assertThat(done(transcribe(one(List.of()), request(Optional.of(2)), FOREVER, 2))
                        .segments())
                .isEmpty();
        assertThat(recognizer.heard()).isEmpty();
    }

    @Test
    void oneWordIsATranscript() {
        assertThat(done(transcribe(two(List.of(), ranges(7, 8)), FOREVER, 2)).segments())
                .containsExactly(Spoken.turn(Spoken.CALLER, "b7 7-8"));
    }

    @Test
    void noiseAndWhatIsMadeUpIsLeftOut() {
        recognizer.writing("a1", "[BLANK_AUDIO]").writing("a3", "++NOISE++");

        assertThat(done(transcribe(one(ranges(1, 5)), FOREVER, 1)).text()).isEqualTo("a2 a4");
    }

    @Test
    void whatIsRefusedIsNotEvenDecoded() {
        var reason = new Failure("unsupported-language", "The engine does not know tlh.");
        SpeechAudio none = (audio, place, progress) -> {
            throw new AssertionError("decoded");
        };

        assertThat(transcribe(none, PLAIN, FOREVER, 1, recognizer.refusing(reason)))
                .isEqualTo(new Answer.Failed(reason));
    }

    @Test
    void whatWasHeardIsNotHeardAgain() {
        recognizer.when("a80", () -> {
            throw BROKEN;
        });
        assertThatThrownBy(() -> transcribe(one(FOUR), FOREVER, 1)).isSameAs(BROKEN);
        assertThat(recognizer.heard()).containsExactly("a1", "a32", "a80");

        var next = new ScriptedRecognizer();
        var transcript = done(transcribe(one(FOUR), PLAIN, FOREVER, 1, next));

        assertThat(next.heard()).containsExactly("a80", "a130");
        assertThat(transcript).isEqualTo(atOnce(one(FOUR)));
    }

    @Test
    void piecesBesideOneThatFailsAreHeardToTheirEnd() {
        var failed = new CountDownLatch(1);
        recognizer
                .when("a1", () -> {
                    failed.countDown();
                    throw BROKEN;
                })
                .when("a32", failed::await);
        assertThatThrownBy(() -> transcribe(one(FOUR), FOREVER, 2)).isSameAs(BROKEN);

        var next = new ScriptedRecognizer();
        done(transcribe(one(FOUR), PLAIN, FOREVER, 1, next));

        assertThat(next.heard()).contains("a1").doesNotContain("a32");
    }

    @Test
    void whenTimeIsUpTheNextOneGoesOn() {
        var time = new ScriptedTime(60);
        recognizer.always(() -> time.pass(15));

        var first = transcribe(one(FOUR), time, 1);

        assertThat(first).isEqualTo(new Answer.Unfinished());
        assertThat(recognizer.heard()).containsExactly("a1");
        var next = new ScriptedRecognizer();
        assertThat(done(transcribe(one(FOUR), PLAIN, new ScriptedTime(900), 1, next)))
                .isEqualTo(atOnce(one(FOUR)));
        assertThat(next.heard()).containsExactly("a32", "a80", "a130");
    }

    @Test
    void howLongAPieceTakesIsKnownByThoseBefore() {
        var time = new ScriptedTime(300);
        recognizer.always(() -> time.pass(40));

        assertThat(transcribe(one(FOUR), time, 1)).isEqualTo(new Answer.Unfinished());

        // 20 s of sound took 40 s, so 41 s might take 166 s, and with a margin 186 s of the 180 s that are left
        assertThat(recognizer.heard()).containsExactly("a1", "a32", "a80");
    }

    @Test
    void howeverLittleTimeIsLeftAPieceIsHeardEachTime() {
        for (var each : FIRST_WORDS) {
            var next = new ScriptedRecognizer();
            var answer = transcribe(one(FOUR), PLAIN, new ScriptedTime(0), 1, next);
            assertThat(next.heard()).containsExactly(each);
            assertThat(answer instanceof Answer.Done).isEqualTo(each.equals("a130"));
        }
    }

    @Test
    void whoHasNoTimeLeftToTellVoicesApartLeavesItToTheNext() {
        var asked = request(Optional.of(2));
        var time = new ScriptedTime(100);
        recognizer.when("a130", () -> time.pass(85));

        assertThat(transcribe(one(FOUR), asked, time, 1)).isEqualTo(new Answer.Unfinished());
        assertThat(recognizer.heard()).containsExactly(FIRST_WORDS);
        assertThat(done(transcribe(one(FOUR), asked, time, 1)).isDiarized()).isTrue();
        assertThat(recognizer.heard()).hasSize(FIRST_WORDS.length);
    }

    @Test
    void soManyPiecesAreHeardAtOnceAsThereAreCores() {
        var together = new CyclicBarrier(3);
        var busy = new AtomicInteger();
        var most = new AtomicInteger();
        recognizer.always(() -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            await(together);
            busy.decrementAndGet();
        });
        var six = ranges(1, 3, 20, 22, 40, 42, 60, 62, 80, 82, 100, 102);

        assertThat(done(transcribe(one(six), FOREVER, 3)).wordCount()).isEqualTo(12);
        assertThat(most).hasValue(3);
    }

    @Test
    void inWhichOrderPiecesEndMakesNoDifference() {
        var last = new CountDownLatch(1);
        recognizer.when("a1", last::await).when("a130", last::countDown);

        assertThat(done(transcribe(one(FOUR), FOREVER, 2))).isEqualTo(atOnce(one(FOUR)));
    }

    @Test
    void whoIsInterruptedEndsAllThatIsUnderWay() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var ended = new AtomicInteger();
        recognizer.always(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.incrementAndGet();
            }
        });
        var thrown = new ArrayList<Throwable>();
        var flags = new ArrayList<Boolean>();
        var worker = Thread.ofPlatform().start(() -> {
            try {
                transcribe(one(FOUR), FOREVER, 2);
            } catch (RuntimeException e) {
                thrown.add(e);
                flags.add(Thread.currentThread().isInterrupted());
            }
        });
        begun.await();

        worker.interrupt();
        worker.join();

        assertThat(ended).hasValue(2);
        assertThat(thrown).singleElement().isInstanceOf(AudioProcessingException.class);
        assertThat(flags).containsExactly(true);
        assertThat(recognizer.heard()).hasSize(2);
    }

    @Test
    void progressGoesUpToTheEnd() {
        var told = new ArrayList<Double>();
        var transcriber = new PiecewiseTranscriber(one(FOUR), recognizer, store, 1, FOREVER);

        transcriber.transcribe(source(), PLAIN, folder, told::add);

        assertThat(told).isSorted().hasSize(5).allMatch(share -> share > 0 && share <= 1);
        assertThat(told.getLast()).isGreaterThan(0.99);
    }

    @Test
    void nothingIsLeftOfThePiecesInTheFolder() throws IOException {
        recognizer.when("a80", () -> {
            throw BROKEN;
        });
        assertThatThrownBy(() -> transcribe(one(FOUR), FOREVER, 1)).isSameAs(BROKEN);
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("piece"));
        }
    }

    @Test
    void speechWithoutAPauseIsHeardInPiecesOfAMinute() {
        done(transcribe(one(ranges(0, 150)), FOREVER, 1));

        assertThat(recognizer.heard()).containsExactly("a1", "a60", "a120");
    }

    private Answer transcribe(SpeechAudio audio, TimeLeft time, int cores) {
        return transcribe(audio, PLAIN, time, cores);
    }

    private Answer transcribe(SpeechAudio audio, Transcription request, TimeLeft time, int cores) {
        return transcribe(audio, request, time, cores, recognizer);
    }

    private Answer transcribe(SpeechAudio audio, Transcription request, TimeLeft time, int cores, Recognizer listener) {
        return transcribe(audio, request, time, cores, listener, store);
    }

    private Answer transcribe(
            SpeechAudio audio, Transcription request, TimeLeft time, int cores, Recognizer listener, PieceStore kept) {
        try {
            var attempt = Files.createTempDirectory(folder, "attempt");
            return new PiecewiseTranscriber(audio, listener, kept, cores, time)
                    .transcribe(source(), request, attempt, share -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** By a worker that nothing happens to. */
    private Transcript atOnce(SpeechAudio audio) {
        var kept = new PieceDocuments(new InMemoryDocumentStore());
        return done(transcribe(audio, PLAIN, FOREVER, 1, new ScriptedRecognizer(), kept));
    }

    private static Transcript done(Answer answer) {
        return switch (answer) {
            case Answer.Done(var transcript) -> transcript;
            default -> throw new AssertionError(answer);
        };
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("they are not heard at once", e);
        }
    }

    private static ScriptedSpeechAudio one(List<Range> speech) {
        return new ScriptedSpeechAudio(200, List.of(speech));
    }

    private static ScriptedSpeechAudio two(List<Range> first, List<Range> second) {
        return new ScriptedSpeechAudio(200, List.of(first, second));
    }

    private static List<Range> ranges(double... seconds) {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < seconds.length; i += 2) {
            ranges.add(new Range(seconds[i], seconds[i + 1]));
        }
        return List.copyOf(ranges);
    }

    private static Transcription request(Optional<Integer> speakers) {
        return new Transcription(SpeechEngine.WHISPER, Optional.empty(), speakers, List.of());
    }

    private static SpeechSource source() {
        var id = Ulid.first(Instant.EPOCH);
        var tenant = new TenantId("acme");
        var recording = new RecordingId(id);
        var measures = new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                128,
                1,
                200,
                Quality.LOW,
                new Loudness(-20, 3, Optional.of(-1.0)),
                Optional.of(ChannelLayout.MONO),
                List.of(),
                List.of(),
                Optional.empty());
        var input = new AudioInput(measures, InputStream::nullInputStream);
        var object = ObjectKey.audio(tenant, recording, "v1", Format.WAV);
        return new SpeechSource(tenant, recording, new JobId(id), object, input);
    }
}
