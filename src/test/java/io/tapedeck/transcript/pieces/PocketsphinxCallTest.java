package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.pocketsphinx.PocketsphinxRecognizer;
import io.tapedeck.process.SearchPath;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Voice;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a recording to its transcript with real recognition. */
@Timeout(300)
class PocketsphinxCallTest {
    @TempDir
    Path folder;

    @Test
    void bothSidesOfACallAreWrittenDownAsTheySpeak() throws IOException {
        var program = SearchPath.find("pocketsphinx_continuous");
        assumeTrue(
                program.isPresent(),
                "left out: pocketsphinx is not installed (Debian: pocketsphinx, pocketsphinx-en-us)");

        var transcript = MadeCall.heard(new PocketsphinxRecognizer(program.get()), SpeechEngine.POCKETSPHINX, folder);

        assertThat(MadeCall.share(transcript, 0)).isGreaterThan(0.3);
        assertThat(MadeCall.share(transcript, 1)).isGreaterThan(0.5);
        assertThat(transcript.segments())
                .extracting(Segment::voice)
                .containsOnly(Voice.ofChannel(0), Voice.ofChannel(1));
        assertThat(transcript.segments()).hasSizeGreaterThan(6);
        assertThat(transcript.origin().engine()).isEqualTo("pocketsphinx");
    }
}
