package io.tapedeck.browser;

import io.tapedeck.SampleAudio;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a shared link in a real browser; none of its requests goes elsewhere, and its console stays empty. */
class SharePageBrowserTest {
    private static PageServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var audio = folder.resolve("minute.wav");
        SampleAudio.ffmpeg("-f", "lavfi", "-i", "aevalsrc=0.1*sin(2e3*t)|0.1*sin(3e3*t):s=8000:d=60", audio.toString());
        server = new PageServer(audio);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itPlays() throws Exception {
        browse("plays");
    }

    @Test
    void itSeeksWhereTheWaveIsClicked() throws Exception {
        browse("seeksOnTheWave");
    }

    @Test
    void itDrawsALaneForEachChannel() throws Exception {
        browse("drawsALaneForEachChannel");
    }

    @Test
    void theTranscriptSeeksAndFollows() throws Exception {
        browse("followsTheTranscript");
    }

    @Test
    void aKeyboardIsEnough() throws Exception {
        browse("worksByKeyboardAlone");
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneOpens() throws Exception {
        browse("asksForThePassword");
    }

    @Test
    void whatIsOverIsSaidInOneSentence() throws Exception {
        browse("saysSorry");
    }

    @Test
    void itFitsANarrowScreen() throws Exception {
        browse("fitsANarrowScreen");
    }

    @Test
    void axeFindsNothingOnAnyPageInEitherColourScheme() throws Exception {
        browse("hasNothingThatAxeFinds");
    }

    @Test
    void itIsCompleteWithoutAScript() throws Exception {
        browse("isCompleteWithoutAScript");
    }

    @Test
    void itAsksForTheAudioAnewAfterAPause() throws Exception {
        browse("asksForTheAudioAnewAfterAPause");
    }

    @Test
    void itGoesOnWhenTheAddressOfTheAudioIsOver() throws Exception {
        browse("goesOnWhenTheAddressOfTheAudioIsOver");
    }

    @Test
    void audioThatCannotBePlayedIsSaid() throws Exception {
        browse("saysThatTheAudioCannotBePlayed");
    }

    private static void browse(String name) throws IOException, InterruptedException {
        new Browser(server.address(), server.storage()).does("share.mjs", name);
    }
}
