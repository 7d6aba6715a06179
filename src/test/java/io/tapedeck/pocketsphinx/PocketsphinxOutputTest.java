package io.tapedeck.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.transcript.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PocketsphinxOutputTest {
    private static final String PRINTED = """
            good morning
            <s> 0.000 0.170 0.999400
            good(2) 0.180 0.460 0.812300
            <sil> 0.470 0.600 0.912300
            morning 0.610 1.020 1.000300
            [NOISE] 1.030 1.100 0.500000
            ++UH++ 1.030 1.100 0.500000
            </s> 1.110 1.500 1.000000
            """;

    @Test
    void wordsHaveTimesAndNoiseIsLeftOut() {
        var words = PocketsphinxOutput.words(PRINTED.lines(), 10);
        assertThat(words).extracting(Word::text).containsExactly("good", "morning");
        assertThat(words).extracting(Word::start).containsExactly(0.18, 0.61);
        assertThat(words.getFirst().confidence()).hasValue(0.8123);
    }

    @Test
    void whatIsHeardAfterTheEndEndsThere() {
        assertThat(PocketsphinxOutput.words(PRINTED.lines(), 0.9).getLast().end())
                .isEqualTo(0.9);
    }

    @Test
    void otherLinesAreNoWords() {
        assertThat(PocketsphinxOutput.words(Stream.of("", "x", "a 1 2 3", "a b 1.0 2.0 1.0", "a 1.0 2.0 -nan"), 10))
                .isEmpty();
    }

    @Test
    void theCommandLineIsClosed() {
        assertThat(new PocketsphinxCommand(Path.of("/bin/ps")).line(Path.of("/w/a.wav")))
                .isEqualTo(List.of("/bin/ps", "-infile", "/w/a.wav", "-time", "yes", "-logfn", "/dev/null"));
    }
}
