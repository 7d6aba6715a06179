package io.tapedeck.transcript.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What parsers of others make of our captions; left out where there is no npm, or it reaches no registry. */
class CaptionParsersTest {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "captions");
    private static final String MIXED =
            "<b>AT&T</b> --> {\\an8} \u200fשלום, מה שלומך? 👩‍👩‍👧‍👦 مرحبا &amp; a<b 1 < 2";

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (var name : List.of("package.json", "captions.mjs")) {
            Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
        }
        var isThere = Files.exists(FOLDER.resolve("node_modules").resolve(".package-lock.json"))
                || run("npm", "install", "--prefix", FOLDER.toString(), "--no-package-lock", "--fetch-retries=0")
                        .succeeded();
        assumeTrue(isThere, "The parsers of captions could not be installed by npm.");
    }

    @Test
    void theyFindNothingWrong() throws Exception {
        var transcript = Conversations.of(3000, 3);
        var captions = new Captions(transcript).all().size();
        assertThat(parsed(transcript).said().lines())
                .contains("vtt errors 0", "vtt cues " + captions, "srt cues " + captions);
    }

    @Test
    void theyReadTheTextAsItWasSaid() throws Exception {
        var said = parsed(Conversations.saying(MIXED, 0.5)).said();
        assertThat(said.lines()).contains("vtt errors 0", "vtt text " + MIXED + " Yes.");
        assertThat(said.replace(Srt.JOINER, "").lines()).contains("srt text Agent: " + MIXED + " Customer: Yes.");
    }

    @Test
    void theyReadNothingWhereNothingIsSaid() throws Exception {
        assertThat(parsed(Spoken.transcript(5)).said().lines()).contains("vtt errors 0", "vtt cues 0");
    }

    private record Outcome(boolean succeeded, String said) {}

    private Outcome parsed(Transcript transcript) throws Exception {
        var vtt = Files.writeString(folder.resolve("call.vtt"), Vtt.of(transcript));
        var srt = Files.writeString(folder.resolve("call.srt"), Srt.of(transcript));
        var outcome = run("node", FOLDER.resolve("captions.mjs").toString(), vtt.toString(), srt.toString());
        assertThat(outcome.succeeded()).as(outcome.said()).isTrue();
        return outcome;
    }

    private static Outcome run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor() == 0, said);
        } catch (IOException e) {
            return new Outcome(false, e.getMessage());
        }
    }
}
