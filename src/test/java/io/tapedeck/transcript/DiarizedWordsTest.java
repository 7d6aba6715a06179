package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiarizedWordsTest {
    private static final VoiceRanges FIRST = new VoiceRanges(List.of(new Range(0, 2), new Range(6, 8)));
    private static final VoiceRanges SECOND = new VoiceRanges(List.of(new Range(2, 4)));

    @Test
    void aWordIsFromWhoSpeaksMostMeanwhile() {
        assertThat(speakers("one 0.5-1.0", "two 1.8-2.4", "three 2.5-3.0", "four 6.0-6.5"))
                .containsExactly("spk_0", "spk_1", "spk_1", "spk_0");
    }

    @Test
    void whereNobodySpeaksAWordIsFromWhoIsNext() {
        assertThat(speakers("one 4.2-4.5", "two 5.5-5.9", "three 9.0-9.5")).containsExactly("spk_1", "spk_0", "spk_0");
    }

    private static List<String> speakers(String... words) {
        return DiarizedWords.of(Spoken.words(words), List.of(FIRST, SECOND)).stream()
                .map(heard -> heard.voice().speaker().orElseThrow())
                .toList();
    }
}
