package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[BLANK_AUDIO]",
                "[BLANK_AUDIO].",
                "(door closes)",
                "<sil>",
                "++NOISE++",
                "♪",
                "♪ la la ♪",
                "*sighs*",
                "[Music playing]",
                "-"
            })
    void noiseIsNoWord(String noise) {
        assertThat(left("hello " + noise + " there")).isEqualTo("hello there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(555) 0123", "+44 20", "[4 111", "f***", "(so I thought it would never ever end, and"})
    void wordsAndNumbersStay(String words) {
        assertThat(left(words)).isEqualTo(words);
    }

    @Test
    void ofNothingNothingIsLeft() {
        assertThat(NoiseTokens.without(Spoken.words())).isEmpty();
    }

    private static String left(String text) {
        return NoiseTokens.without(Spoken.evenly(text, 0, 0.5)).stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
