package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void longerWordsTakeLonger() {
        var words = Estimate.words("a transcription", 10, 26);
        assertThat(words).extracting(Word::start).containsExactly(10.0, 12.0);
        assertThat(words).extracting(Word::end).containsExactly(12.0, 26.0);
    }

    @Test
    void nobodySaysHowSureItIs() {
        assertThat(Estimate.words("hello", 0, 1).getFirst().confidence()).isEmpty();
    }

    @Test
    void ofNoTextThereAreNoWords() {
        assertThat(Estimate.words(" \n", 0, 1)).isEmpty();
    }
}
