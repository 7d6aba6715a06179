package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
    @Test
    void timesAreToTheMillisecond() {
        var word = new Word("hello", 1.23449, 2.00051, OptionalDouble.empty());
        assertThat(word.start()).isEqualTo(1.234);
        assertThat(word.end()).isEqualTo(2.001);
    }

    @Test
    void aWordMayTakeNoTime() {
        assertThat(Spoken.word("a 1.0-1.0").end()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "a\u001bb", "a\u2028b", "a\ud83d", "\ude00a"})
    void textThatCannotBeReadIsNoWord(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Word(text, 0, 1, OptionalDouble.empty()))
                .withMessageStartingWith("must have a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום", "مرحبا", "\u200fمرحبا", "👩‍👩‍👧‍👦", "नमस्ते", "e\u0301"})
    void anyScriptIsAWord(String text) {
        assertThat(new Word(text, 0, 1, OptionalDouble.empty()).text()).isEqualTo(text);
    }

    @Test
    void aWordDoesNotEndBeforeItsStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spoken.word("hello 2.0-1.0"))
                .withMessage("must not end at 1.0 s, before its start at 2.0 s");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWordHasATime(double start) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Word("hello", start, Math.max(start, 1), OptionalDouble.empty()))
                .withMessageContaining("0 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void confidenceIsAShare(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Word("hello", 0, 1, OptionalDouble.of(confidence)))
                .withMessage("must have a confidence from 0 to 1");
    }

    @Test
    void aWordIsNoBook() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Word("a".repeat(501), 0, 1, OptionalDouble.empty()))
                .withMessage("must have a text of 500 characters at most");
    }
}
