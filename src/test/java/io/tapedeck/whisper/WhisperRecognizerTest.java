package io.tapedeck.whisper;

import static io.tapedeck.audio.SpeechEngine.WHISPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapedeck.problem.Failure;
import io.tapedeck.speech.MadeSpeech;
import io.tapedeck.speech.Programs;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real whisper-cli and a model of random weights, and with stand-ins where it is to misbehave. */
class WhisperRecognizerTest {
    @TempDir
    static Path models;

    private static WhisperModel english;
    private static WhisperModel multilingual;

    @TempDir
    Path work;

    @TempDir
    Path tools;

    private Path wav;

    @BeforeAll
    static void write() throws IOException {
        english = WhisperModel.in(RandomModel.english(models.resolve("ggml-random.en.bin")))
                .orElseThrow();
        multilingual = WhisperModel.in(RandomModel.multilingual(models.resolve("ggml-random.bin")))
                .orElseThrow();
    }

    @BeforeEach
    void piece() throws IOException {
        wav = MadeSpeech.tone(work.resolve("piece.wav"), 2);
    }

    @Test
    void theProgramHearsWordsInsideOfThePiece() throws Exception {
        var recognizer = new WhisperRecognizer(program(), english);

        var words = recognizer.words(wav, 2, Programs.request(WHISPER, "en-US"));

        assertThat(words).isNotEmpty().allSatisfy(word -> {
            assertThat(word.start()).isBetween(0.0, 2.0);
            assertThat(word.end()).isBetween(word.start(), 2.0);
            assertThat(word.confidence()).isPresent();
        });
        assertThat(words).extracting(Word::start).isSorted();
        Programs.assertNothingIsLeft(wav);
    }

    @Test
    void theProgramFindsOutTheLanguageWhereNobodySays() throws Exception {
        assertThat(new WhisperRecognizer(program(), multilingual).words(wav, 2, Programs.request(WHISPER)))
                .isNotEmpty();
    }

    @Test
    void aModelThatIsBrokenIsATroubleThatMayPass() throws Exception {
        var cut = Files.write(models.resolve("cut.bin"), Arrays.copyOf(Files.readAllBytes(english.file()), 3_000_000));
        var recognizer = new WhisperRecognizer(program(), WhisperModel.in(cut).orElseThrow());

        Programs.assertFails(recognizer, wav, Programs.request(WHISPER, "en")).contains("whisper ");
    }

    @Test
    void withoutEnoughMemoryItIsSaidHowMuchItHas() throws Exception {
        var starved = new WhisperModel(english.file(), (16L << 20) - (1L << 29), true);

        Programs.assertFails(new WhisperRecognizer(program(), starved), wav, Programs.request(WHISPER, "en"))
                .contains("memory", "32 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[]",
                "{\"transcription\": 1}",
                "{\"transcription\": [{\"tokens\": [{\"text\": \"secret\", \"offsets\": {\"from\": \"x\"}}]}]}",
                "{\"transcription\": [",
            })
    void whatIsNoTranscriptIsNotTakenForOne(String document) throws IOException {
        var broken = Programs.script(
                tools, "while [ \"$1\" != -of ]; do shift; done; cat > \"$2.json\" <<'END'\n" + document + "\nEND");

        Programs.assertFails(new WhisperRecognizer(broken, english), wav, Programs.request(WHISPER, "en"))
                .contains("something else than words");
    }

    @Test
    void aProgramThatIsMissingOrWritesNothingIsSaidToBe() throws IOException {
        Programs.assertFails(new WhisperRecognizer(Path.of("/nowhere/cli"), english), wav, Programs.request(WHISPER))
                .contains("is missing");
        Programs.assertFails(new WhisperRecognizer(Path.of("true"), english), wav, Programs.request(WHISPER))
                .contains("wrote nothing");
    }

    /** Of a real model; one of random weights hears nothing right. */
    @Test
    void withTheModelThatIsGivenItHearsWhatIsSaid() throws Exception {
        var model = Optional.ofNullable(System.getenv("WHISPER_MODEL")).filter(path -> !path.isEmpty());
        assumeTrue(model.isPresent(), "WHISPER_MODEL is not set: how well whisper hears was not tried");
        var said = "Hello, my name is Peter Morgan. I would like to pay my electricity bill by card.";
        var spoken = MadeSpeech.spoken(tools.resolve("spoken.wav"), said);
        var recognizer = new WhisperRecognizer(
                program(), WhisperModel.in(Path.of(model.get())).orElseThrow());

        var heard = recognizer.words(spoken, 10, Programs.request(WHISPER, "en"));

        assertThat(bare(heard.stream().map(Word::text).collect(Collectors.joining(" "))))
                .as("words of: %s", said)
                .containsAll(List.of("hello", "name", "peter", "pay", "electricity", "bill", "card"));
    }

    private static List<String> bare(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").split(" "));
    }

    @Test
    void itSaysWhatItListensWith() {
        var recognizer = new WhisperRecognizer(Path.of("whisper-cli"), english);

        assertThat(recognizer.origin(Programs.request(WHISPER)))
                .isEqualTo(new Origin("whisper", Optional.of("ggml-random.en"), Optional.of("en")));
        assertThat(new WhisperRecognizer(Path.of("whisper-cli"), multilingual)
                        .origin(Programs.request(WHISPER, "de-AT")))
                .isEqualTo(new Origin("whisper", Optional.of("ggml-random"), Optional.of("de-AT")));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, false, false", "de, true, false", "tlh, true, true", "'', false, false"})
    void aLanguageThatItDoesNotKnowIsRefused(String language, boolean byTheEnglish, boolean byTheOther) {
        var request = language.isEmpty() ? Programs.request(WHISPER) : Programs.request(WHISPER, language);

        var refusal = new WhisperRecognizer(Path.of("whisper-cli"), english).refusal(request);
        assertThat(refusal.isPresent()).isEqualTo(byTheEnglish);
        assertThat(refusal.stream())
                .allSatisfy(failure -> assertThat(failure)
                        .returns("unsupported-language", Failure::code)
                        .extracting(Failure::message)
                        .asString()
                        .contains("language " + language + ": ", "en"));
        assertThat(new WhisperRecognizer(Path.of("whisper-cli"), multilingual)
                        .refusal(request)
                        .isPresent())
                .isEqualTo(byTheOther);
    }

    @Test
    void aFileThatIsNoModelIsNone() throws IOException {
        assertThat(WhisperModel.in(models.resolve("nothing"))).isEmpty();
        assertThat(WhisperModel.in(Files.createFile(models.resolve("empty.bin"))))
                .isEmpty();
        assertThat(WhisperModel.in(Files.writeString(models.resolve("page.bin"), "<html>".repeat(1000))))
                .isEmpty();
        assertThat(WhisperModel.in(Files.createDirectory(models.resolve("folder"))))
                .isEmpty();
    }

    @Test
    void aFolderStandsForTheModelInIt() throws IOException {
        var folder = Files.createDirectory(tools.resolve("model"));
        Files.createSymbolicLink(folder.resolve("ggml-other.bin"), multilingual.file());

        assertThat(WhisperModel.in(folder).orElseThrow())
                .returns("ggml-other", WhisperModel::name)
                .returns(false, WhisperModel::isEnglish)
                .returns(multilingual.size(), WhisperModel::size);
    }

    /** As "make whisper-cli" builds it. */
    private static Path program() {
        var program = Path.of(System.getenv().getOrDefault("WHISPER_CLI", "target/speech/x86_64/bin/whisper-cli"));
        assumeTrue(Files.isExecutable(program), "whisper-cli is not built (make whisper-cli): it was not tried");
        return program.toAbsolutePath();
    }
}
