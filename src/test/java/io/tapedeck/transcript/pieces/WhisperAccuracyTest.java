package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.process.SearchPath;
import io.tapedeck.whisper.WhisperModel;
import io.tapedeck.whisper.WhisperRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well Whisper hears a call, where there is a model of it: WHISPER_MODEL and, unless it is on the path, WHISPER_CLI. */
class WhisperAccuracyTest {
    private static final String MODEL = System.getenv().getOrDefault("WHISPER_MODEL", "");
    private static final String PROGRAM = System.getenv().getOrDefault("WHISPER_CLI", "whisper-cli");

    @TempDir
    Path folder;

    @Test
    void mostWordsOfACallAreRightAndInTime() throws IOException {
        assumeTrue(!MODEL.isEmpty(), "left out: there is no model of Whisper to hear with; name one in WHISPER_MODEL");
        var model = WhisperModel.in(Path.of(MODEL)).orElseThrow();

        var transcript = MadeCall.heard(
                new WhisperRecognizer(SearchPath.find(PROGRAM).orElseThrow(), model), SpeechEngine.WHISPER, folder);

        assertThat(MadeCall.share(transcript, 0)).isGreaterThan(0.7);
        assertThat(MadeCall.share(transcript, 1)).isGreaterThan(0.7);
    }
}
