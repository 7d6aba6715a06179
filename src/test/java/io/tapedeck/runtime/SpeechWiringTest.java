package io.tapedeck.runtime;

import static io.tapedeck.audio.SpeechEngine.AMAZON_TRANSCRIBE;
import static io.tapedeck.audio.SpeechEngine.OPENAI;
import static io.tapedeck.audio.SpeechEngine.POCKETSPHINX;
import static io.tapedeck.audio.SpeechEngine.WHISPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.speech.Programs;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Recognizers;
import io.tapedeck.whisper.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechWiringTest {
    private static final String NOWHERE = "/nowhere/program";

    private static final Server NO_SERVER = new Server(Optional.empty(), "whisper-1", Optional.empty());

    private final SpeechWiring wiring = new SpeechWiring();

    @TempDir
    Path folder;

    private record Speech(
            Optional<SpeechEngine> engine,
            Optional<List<SpeechEngine>> engines,
            String whisperCli,
            Optional<Path> whisperModel,
            String pocketsphinx)
            implements Settings.Speech {}

    private record Server(Optional<String> baseUrl, String model, Optional<String> apiKey) implements Settings.Openai {}

    @Test
    void whisperIsThereWhereItsProgramAndItsModelAre() throws IOException {
        var program = Programs.script(folder, "exit 0").toString();
        var model = RandomModel.english(
                Files.createDirectory(folder.resolve("model")).resolve("ggml-x.bin"));
        var broken = Files.writeString(folder.resolve("broken.bin"), "<html>".repeat(1000));

        assertThat(found(program, Optional.of(model)).byEngine()).containsOnlyKeys(WHISPER);
        assertThat(found(program, Optional.of(model.getParent())).byEngine()).containsOnlyKeys(WHISPER);
        assertThat(found(program, Optional.of(broken)).byEngine()).isEmpty();
        assertThat(found(program, Optional.empty()).byEngine()).isEmpty();
        assertThat(found(NOWHERE, Optional.of(model)).byEngine()).isEmpty();
        assertThat(found(broken.toString(), Optional.of(model)).byEngine()).isEmpty();
    }

    @Test
    void pocketsphinxIsThereWhereItsProgramIs() {
        assertThat(choice(settings(Optional.empty(), Optional.empty(), "sh")).available())
                .containsExactly(POCKETSPHINX);
        assertThat(choice(settings(Optional.empty(), Optional.empty(), NOWHERE)).available())
                .isEmpty();
    }

    @Test
    void aServerThatHearsIsThereWhereItHasAnAddress() {
        var nobody = settings(Optional.empty(), Optional.empty(), NOWHERE);
        var server = new Server(Optional.of("http://10.0.0.7:8000"), "large-v3", Optional.empty());

        assertThat(wiring.recognizers(nobody, server).byEngine()).containsOnlyKeys(OPENAI);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        wiring.recognizers(nobody, new Server(Optional.of("somewhere"), "large-v3", Optional.empty())))
                .withMessageContaining("OPENAI_BASE_URL");
    }

    @Test
    void amazonsIsThereWhereTheDeploymentTakesIt() {
        assertThat(choice(settings(Optional.of(AMAZON_TRANSCRIBE), Optional.empty(), NOWHERE))
                        .available())
                .containsExactly(AMAZON_TRANSCRIBE);
    }

    @Test
    void whereTheDeploymentSaysWhatItHasNobodyLooks() {
        var said = choice(settings(Optional.of(WHISPER), Optional.of(List.of(AMAZON_TRANSCRIBE, WHISPER)), "sh"));

        assertThat(said.available()).containsExactlyInAnyOrder(AMAZON_TRANSCRIBE, WHISPER);
        assertThat(said.preferred()).contains(WHISPER);
    }

    private Recognizers found(String program, Optional<Path> model) {
        return wiring.recognizers(new Speech(Optional.empty(), Optional.empty(), program, model, NOWHERE), NO_SERVER);
    }

    private EngineChoice choice(Settings.Speech settings) {
        return wiring.engineChoice(settings, () -> wiring.recognizers(settings, NO_SERVER));
    }

    private static Settings.Speech settings(
            Optional<SpeechEngine> engine, Optional<List<SpeechEngine>> engines, String pocketsphinx) {
        return new Speech(engine, engines, NOWHERE, Optional.empty(), pocketsphinx);
    }
}
