package io.tapedeck.speech;

import static io.tapedeck.audio.SpeechEngine.WHISPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With programs of the shell's in the place of an engine. */
class SpeechProgramTest {
    private static final SpeechProgram PROGRAM = new SpeechProgram(WHISPER, 256L << 20);
    /** So much beside what it hears that it has no time left. */
    private static final double NO_TIME = -5.9;

    @TempDir
    Path work;

    @TempDir
    Path tools;

    private Path wav;

    /** A program of the shell's, which is told where its folder is, and whose words are what it prints or writes. */
    private record Shell(Path program) implements SpeechProgram.Call {
        @Override
        public List<String> line(Path folder) {
            return List.of(program.toString(), folder.toString());
        }

        @Override
        public List<Word> words(Path folder, byte[] printed) throws IOException {
            var text = printed.length > 0 ? new String(printed) : Files.readString(folder.resolve("heard"));
            return List.of(new Word(text, 0, 1, OptionalDouble.empty()));
        }
    }

    @BeforeEach
    void piece() throws IOException {
        wav = Files.createFile(work.resolve("piece.wav"));
    }

    @Test
    void wordsAreThoseThatItWritesIntoItsFolder() throws Exception {
        assertThat(words("echo hello > \"$1/heard\"", 1)).extracting(Word::text).containsExactly("hello");
        assertThat(words("echo hello", 1)).extracting(Word::text).containsExactly("hello");
        Programs.assertNothingIsLeft(wav);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mkdir -p "$1/a/b"; exit 3                     | ended with an error (3)
                    kill -9 $$                                    | was killed or crashed
                    kill -11 $$                                   | was killed or crashed
                    yes secret                                    | wrote more than there can be
                    yes secret >&2                                | wrote more than there can be
                    head -c 1000000000 /dev/zero >&2              | wrote more than there can be
                    exec head -c 1000000000 /dev/zero > "$1/heard"| wrote more than there can be
                    x=x; while :; do x=$x$x; done                 | memory
                    exec /nowhere/engine                          | is missing
                    exit 0                                        | wrote nothing
                    printf '\\001'                                | something else than words
                    """)
    void whateverHappensToItIsSaidInOneSentence(String script, String what) throws IOException {
        assertThatThrownBy(() -> words(script, 1))
                .isInstanceOf(TemporaryFailureException.class)
                .hasMessageStartingWith("The transcription engine whisper ")
                .hasMessageContaining(what)
                .message()
                .doesNotContain("/", "secret");
        Programs.assertNothingIsLeft(wav);
    }

    @Test
    void oneThatHangsIsEndedWithItsChildren() throws IOException {
        assertThatThrownBy(() -> words("sleep 1001 & sleep 1002", NO_TIME))
                .isInstanceOf(TemporaryFailureException.class)
                .hasMessage("The transcription engine whisper took longer than the 1 s that it has.");
        assertThat(ProcessHandle.current().descendants()).noneMatch(SpeechProgramTest::sleeps);
        Programs.assertNothingIsLeft(wav);
    }

    @Test
    void itMayTakeAMinuteAndTenTimesWhatItHears() {
        assertThat(SpeechProgram.timeLimit(0)).hasSeconds(60);
        assertThat(SpeechProgram.timeLimit(30)).hasSeconds(360);
    }

    @Test
    void whoWaitsNoMoreLeavesNothingBehind() throws Exception {
        var started = tools.resolve("started");
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofPlatform().start(new FutureTask<>(() -> {
            try {
                words("touch " + started + "; exec sleep 1003", 1);
            } catch (Throwable e) {
                ended.complete(e);
            }
            return null;
        }));
        Awaitility.await().until(() -> Files.exists(started));
        thread.interrupt();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().descendants()).noneMatch(SpeechProgramTest::sleeps);
        Programs.assertNothingIsLeft(wav);
    }

    private List<Word> words(String script, double heard) throws IOException, InterruptedException {
        return PROGRAM.words(wav, heard, new Shell(Programs.script(tools, script)));
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.matches(".*sleep 100\\d"))
                .isPresent();
    }
}
