package io.tapedeck.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhisperCommandTest {
    private static final WhisperCommand COMMAND =
            new WhisperCommand(Path.of("/opt/whisper-cli"), Path.of("/opt/model.bin"));

    @Test
    void oneThreadWritesTokensWithTimes() {
        assertThat(line(Optional.of("en-US")))
                .containsExactly(
                        "/opt/whisper-cli",
                        "-m",
                        "/opt/model.bin",
                        "-f",
                        "/w/a.wav",
                        "-of",
                        "/w/a",
                        "-ojf",
                        "-t",
                        "1",
                        "-np",
                        "-sow",
                        "-ml",
                        "1",
                        "-l",
                        "en");
    }

    @Test
    void theLanguageIsOneThatTheEngineKnowsOrItFindsOut() {
        assertThat(line(Optional.of("--model"))).endsWith("-l", "auto");
        assertThat(line(Optional.empty())).endsWith("-l", "auto");
        assertThat(WhisperCommand.knows(request(Optional.of("de-AT")))).isTrue();
        assertThat(WhisperCommand.knows(request(Optional.of("tlh")))).isFalse();
    }

    @Test
    void wordsToExpectAreOneArgument() {
        assertThat(line(Optional.of("en"), "Tapedeck", "-f /etc/passwd\n"))
                .endsWith("--prompt", "Tapedeck, -f /etc/passwd");
    }

    @Test
    void theListOfWordsIsNeverLongerThanTheEngineReads() {
        var words = Collections.nCopies(500, "vocabulary").toArray(String[]::new);
        assertThat(line(Optional.of("en"), words).getLast()).hasSizeLessThanOrEqualTo(800);
    }

    private static List<String> line(Optional<String> language, String... vocabulary) {
        return COMMAND.line(Path.of("/w/a.wav"), Path.of("/w/a"), request(language, vocabulary));
    }

    private static Transcription request(Optional<String> language, String... vocabulary) {
        return new Transcription(SpeechEngine.WHISPER, language, Optional.empty(), List.of(vocabulary));
    }
}
