package io.tapedeck.pocketsphinx;

import static io.tapedeck.audio.SpeechEngine.POCKETSPHINX;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.problem.Failure;
import io.tapedeck.speech.MadeSpeech;
import io.tapedeck.speech.Programs;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Word;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With Debian's program and model, on what flite says. */
class PocketsphinxRecognizerTest {
    private static final String SAID = "Hello, my name is Peter Morgan.";

    private final PocketsphinxRecognizer recognizer = new PocketsphinxRecognizer(Path.of("pocketsphinx_continuous"));

    @TempDir
    Path work;

    @TempDir
    Path tools;

    @Test
    void whatIsSaidIsHeardWithItsTimes() throws Exception {
        var wav = MadeSpeech.spoken(work.resolve("piece.wav"), SAID);

        var words = recognizer.words(wav, 6, Programs.request(POCKETSPHINX, "en-US"));

        assertThat(words).extracting(Word::text).containsExactly("hello", "my", "name", "is", "peter", "morgan");
        assertThat(words).extracting(Word::start).isSorted();
        assertThat(words).allSatisfy(word -> assertThat(word.end()).isBetween(word.start(), 6.0));
        Programs.assertNothingIsLeft(wav);
    }

    @Test
    void whereNobodySpeaksNothingIsHeard() throws Exception {
        var wav = MadeSpeech.silence(work.resolve("piece.wav"), 3);

        assertThat(recognizer.words(wav, 3, Programs.request(POCKETSPHINX))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "kill -9 $$", "yes 'secret 0.1 0.2 0.3'", "exec /nowhere/engine"})
    void aProgramThatFailsIsATroubleThatMayPass(String script) throws Exception {
        var wav = MadeSpeech.tone(work.resolve("piece.wav"), 1);
        var failing = new PocketsphinxRecognizer(Programs.script(tools, script));

        Programs.assertFails(failing, wav, Programs.request(POCKETSPHINX)).contains("pocketsphinx ");
    }

    @Test
    void whatItPrintsIsRead() throws Exception {
        var wav = MadeSpeech.tone(work.resolve("piece.wav"), 1);
        var printing = new PocketsphinxRecognizer(
                Programs.script(
                        tools,
                        "printf 'a b\\na 0.10 0.20 0.9\\n\\377\\376 x\\nb(2) 0.30 9999999.0 1.1\\n<sil> 0.5 0.6 1.0\\nb 1 2 3'"));

        var words = printing.words(wav, 1, Programs.request(POCKETSPHINX));

        assertThat(words).extracting(Word::text).containsExactly("a", "b");
        assertThat(words.getLast().end()).isEqualTo(1);
    }

    @Test
    void itKnowsEnglishAlone() {
        assertThat(recognizer.refusal(Programs.request(POCKETSPHINX))).isEmpty();
        assertThat(recognizer.refusal(Programs.request(POCKETSPHINX, "en-GB"))).isEmpty();
        assertThat(recognizer.refusal(Programs.request(POCKETSPHINX, "de-DE")))
                .contains(
                        new Failure(
                                "unsupported-language",
                                "The transcription engine pocketsphinx does not know the language de-DE: it knows English, en."));
    }

    @Test
    void itSaysWhatItListensWith() {
        assertThat(recognizer.origin(Programs.request(POCKETSPHINX)))
                .isEqualTo(new Origin("pocketsphinx", Optional.of("en-us"), Optional.of("en")));
    }
}
