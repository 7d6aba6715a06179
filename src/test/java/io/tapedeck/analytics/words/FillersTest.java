package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Um, I, uh, think so. | 2",
                "It was, you know, late. | 1",
                "Do you know what that is? | 0",
                "You know what I mean. | 0",
                "I mean, er, no. | 2",
                "The album is in the museum. | 0",
                "I like it, so well. | 0",
            })
    void soundsAndPhrasesThatSayNothingAreFillers(String text, int count) {
        assertThat(Fillers.in(Talk.sentences(text))).isEqualTo(count);
    }
}
