package io.tapedeck.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiRecognizerTest {
    private static final Transcription ENGLISH = request(Optional.of("en-US"), List.of());

    private final SpeechServer server = new SpeechServer();
    private Path wav;

    OpenAiRecognizerTest() throws IOException {}

    @BeforeEach
    void aPiece(@TempDir Path folder) throws IOException {
        wav = Files.writeString(folder.resolve("piece.wav"), "RIFF and so on");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPieceIsSentAsTheFormSays() throws InterruptedException {
        words(request(Optional.of("pt-BR"), List.of("Tapedeck", "São Paulo")));

        var sent = server.received().getFirst();
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /v1/audio/transcriptions");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer sk-1");
        assertThat(sent.field("file")).containsExactly("RIFF and so on");
        assertThat(sent.field("model")).containsExactly("whisper-1");
        assertThat(sent.field("response_format")).containsExactly("verbose_json");
        assertThat(sent.field("timestamp_granularities[]")).containsExactly("word", "segment");
        assertThat(sent.field("language")).containsExactly("pt");
        assertThat(sent.field("prompt")).containsExactly("Tapedeck, São Paulo");
    }

    @Test
    void whatNobodyAskedForIsNotSent() throws InterruptedException {
        new OpenAiRecognizer(OpenAiServer.at(server.address() + "/v1/", "large", Optional.of(" ")), tls())
                .words(wav, 5, request(Optional.empty(), List.of()));

        var sent = server.received().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(sent.header("Authorization")).isEmpty();
        assertThat(sent.field("language")).isEmpty();
        assertThat(sent.field("prompt")).isEmpty();
    }

    @Test
    void aVocabularyIsSentAsFarAsTheModelTakesIt() throws InterruptedException {
        words(request(Optional.empty(), Collections.nCopies(500, "vocabulary")));

        assertThat(server.received().getFirst().field("prompt").getFirst())
                .hasSizeBetween(700, 800)
                .endsWith("vocabulary");
    }

    @Test
    void wordsComeWithTheirTimesAndTheMarksOfTheText() throws InterruptedException {
        server.answers(200, """
                {"task": "transcribe", "language": "english", "duration": 5.0, "text": "Hello, you.",
                 "words": [{"word": "Hello", "start": 1, "end": 1.4}, {"word": "you", "start": 1.4, "end": 1.8}],
                 "segments": [{"id": 0, "seek": 0, "start": 1, "end": 1.8, "text": " Hello, you."}]}""");

        assertThat(words()).extracting(Word::text).containsExactly("Hello,", "you.");
        assertThat(words()).extracting(Word::start).containsExactly(1.0, 1.4);
    }

    @Test
    void ofServersThatWriteTokensWordsAreMade() throws InterruptedException {
        server.answers(200, """
                {"task": "transcribe", "language": "english", "text": " Tapedeck, hi", "segments": [
                  {"id": 0, "start": 0.5, "end": 30.0, "text": " Tapedeck, hi", "words": [
                    {"word": " Tape", "start": 0.5, "end": 0.7, "t_dtw": -1, "probability": 0.8},
                    {"word": "deck", "start": 0.7, "end": 0.9, "probability": 0.6},
                    {"word": ",", "start": 0.9, "end": 0.9, "probability": 0.7},
                    {"word": " hi", "start": 1.0, "end": 30.0, "probability": 0.5}]}]}""");

        assertThat(words()).extracting(Word::text).containsExactly("Tapedeck,", "hi");
        assertThat(words().getFirst().confidence().orElseThrow()).isBetween(0.699, 0.701);
        assertThat(words().getLast().end()).isEqualTo(5);
    }

    @Test
    void ofServersWithoutTimesOfWordsTheyAreGuessedInsideOfThePiece() throws InterruptedException {
        server.answers(200, """
                {"segments": [{"start": 1, "end": 2, "text": " One two"}, {"start": 2, "end": 30.0, "text": " three", "words": [{"word": " three"}]}]}""");

        assertThat(words()).extracting(Word::text).containsExactly("One", "two", "three");
        assertThat(words()).allSatisfy(word -> assertThat(word.end()).isLessThanOrEqualTo(5));
    }

    @Test
    void timesThatCannotBeAreSetRightAndNoiseIsNoWord() throws InterruptedException {
        server.answers(200, """
                {"words": [{"word": "b", "start": 3, "end": 2}, {"word": "a", "start": -1, "end": 99},
                           {"word": "[BLANK_AUDIO]", "start": 3, "end": 4}]}""");

        assertThat(words()).extracting(Word::text).containsExactly("b", "a");
        assertThat(words()).extracting(Word::start).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>welcome</html>",
                "",
                "[]",
                "{\"text\": \"no times\"}",
                "{\"segments\": [{\"text\": \"no times\"}]}",
                "{\"words\": [{\"word\": \"a\", \"start\": \"NaN\", \"end\": 1}]}",
                "{\"segments\": {}}",
                "{\"words\": ["
            })
    void anAnswerThatIsNoTranscriptIsTrouble(String body) {
        server.answers(200, body);

        assertThat(trouble().failure().code()).isEqualTo("transcriber-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "429, transcriber-busy",
        "500, transcriber-busy",
        "503, transcriber-busy",
        "408, transcriber-busy",
        "401, transcriber-refused",
        "403, transcriber-refused",
        "404, transcriber-refused",
        "413, transcriber-refused",
        "400, transcriber-refused",
        "302, transcriber-refused",
        "204, transcriber-refused"
    })
    void everyRefusalSaysWhoseItIsAndNothingThatTheServerSaid(int status, String code) {
        server.answers(
                status,
                "{\"error\": {\"message\": \"Incorrect API key sk-1 of ann@example.com\"}}"
                        .substring(0, status == 204 ? 0 : 50));

        assertThat(trouble().failure().code()).isEqualTo(code);
        assertThat(trouble().failure().message()).doesNotContain("sk-1", "ann", server.address());
    }

    @Test
    void aLanguageThatTheServerDoesNotKnowIsNamedAsTheReason() {
        server.answers(400, "{\"error\": {\"message\": \"Invalid language 'tlh'.\", \"param\": \"language\"}}");

        assertThat(trouble().failure().code()).isEqualTo("unsupported-language");
    }

    @Test
    void whenToAskAgainIsWhatTheServerSays() {
        server.answers(429, "", Map.of("Retry-After", "20"));

        assertThat(trouble().retryAfter()).contains(Duration.ofSeconds(20));
    }

    @Test
    void nothingGoesToAnotherHost() throws IOException {
        try (var other = new SpeechServer()) {
            server.answers(307, "", Map.of("Location", other.address() + "/v1/audio/transcriptions"));

            trouble();

            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });

        assertThat(trouble().failure().code()).isEqualTo("transcriber-failed");
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForWithoutEnd() {
        var done = new CountDownLatch(1);
        server.answers(exchange -> untilDone(done));

        assertThat(trouble(recognizer(Duration.ofMillis(300))).failure().code()).isEqualTo("transcriber-unreachable");
        done.countDown();
    }

    @Test
    void aServerThatIsNotThereIsTrouble() {
        server.close();

        assertThat(trouble().failure().code()).isEqualTo("transcriber-unreachable");
    }

    @Test
    void whoeverStopsWaitingEndsTheRequest() throws InterruptedException {
        var done = new CountDownLatch(1);
        server.answers(exchange -> untilDone(done));
        var ended = new AtomicReference<Throwable>();
        var waiting = Thread.ofPlatform().start(() -> {
            try {
                words();
            } catch (InterruptedException | RuntimeException e) {
                ended.set(e);
            }
        });
        await().until(() -> !server.received().isEmpty());

        waiting.interrupt();
        waiting.join();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        done.countDown();
    }

    @Test
    void aTranscriptNamesTheModelThatTheOperatorChose() {
        assertThat(recognizer(Duration.ofMinutes(1)).origin(ENGLISH))
                .isEqualTo(new Origin("openai", Optional.of("whisper-1"), Optional.of("en-US")));
        assertThat(recognizer(Duration.ofMinutes(1)).refusal(ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.openai.com", "ftp://a", "https://sk-1@host", "https://host?key=sk-1", "https://"})
    void anAddressThatIsNoneIsRefusedWithoutNamingIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiServer.at(address, "m", Optional.empty()))
                .withMessageContaining("OPENAI_BASE_URL")
                .withMessageNotContaining("sk-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901"
            })
    void aModelThatNoTranscriptCanNameIsRefused(String model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenAiServer.at("https://api.openai.com", model, Optional.empty()))
                .withMessageContaining("OPENAI_MODEL");
    }

    @Test
    void aServerIsWrittenWithoutItsKey() {
        assertThat(OpenAiServer.at("https://api.openai.com", "m", Optional.of("sk-1"))
                        .toString())
                .doesNotContain("sk-1");
    }

    private static void untilDone(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Word> words() throws InterruptedException {
        return words(ENGLISH);
    }

    private List<Word> words(Transcription request) throws InterruptedException {
        return recognizer(Duration.ofMinutes(1)).words(wav, 5, request);
    }

    private TemporaryFailureException trouble() {
        return trouble(recognizer(Duration.ofMinutes(1)));
    }

    private TemporaryFailureException trouble(OpenAiRecognizer recognizer) {
        return catchThrowableOfType(TemporaryFailureException.class, () -> recognizer.words(wav, 5, ENGLISH));
    }

    private OpenAiRecognizer recognizer(Duration longest) {
        return new OpenAiRecognizer(
                OpenAiServer.at(server.address(), "whisper-1", Optional.of("sk-1")), tls(), longest);
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Transcription request(Optional<String> language, List<String> vocabulary) {
        return new Transcription(SpeechEngine.OPENAI, language, Optional.empty(), vocabulary);
    }
}
