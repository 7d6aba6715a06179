package io.tapedeck.analytics.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTest {
    @Test
    void whatOverlapsOrTouchesIsOne() {
        assertThat(speech(3, 5, 0, 1, 1, 2, 4, 9, 4, 6).spans()).containsExactly(new Span(0, 2), new Span(3, 9));
    }

    @Test
    void shortGapsAreClosedAndLongerOnesAreNot() {
        assertThat(Speech.closed(List.of(new Span(0, 10), new Span(310, 400), new Span(701, 800)), 300)
                        .spans())
                .containsExactly(new Span(0, 400), new Span(701, 800));
    }

    @Test
    void emptyStretchesAreNoSpeech() {
        assertThat(speech(5, 5).spans()).isEmpty();
    }

    @Test
    void theComplementIsWhatIsLeft() {
        assertThat(speech(0, 2, 5, 7).complement(10).spans()).containsExactly(new Span(2, 5), new Span(7, 10));
        assertThat(Speech.NONE.complement(10).spans()).containsExactly(new Span(0, 10));
        assertThat(speech(0, 10).complement(10)).isEqualTo(Speech.NONE);
    }

    @Test
    void whatIsTakenOutIsGone() {
        assertThat(speech(0, 10, 20, 30).without(speech(5, 25)).spans())
                .containsExactly(new Span(0, 5), new Span(25, 30));
        assertThat(speech(0, 10).without(speech(10, 20))).isEqualTo(speech(0, 10));
        assertThat(speech(20, 30).without(speech(0, 10))).isEqualTo(speech(20, 30));
    }

    @Test
    void whatIsBeyondTheEndIsCutOff() {
        assertThat(speech(0, 5, 8, 20, 30, 40).within(10).spans()).containsExactly(new Span(0, 5), new Span(8, 10));
    }

    @Test
    void atOnceIsWhereTwoOrMoreAreHeard() {
        assertThat(Speech.atOnce(List.of(speech(0, 10), speech(5, 12), speech(8, 20), speech(30, 40)))
                        .spans())
                .containsExactly(new Span(5, 12));
        assertThat(Speech.atOnce(List.of(speech(0, 10), speech(10, 20)))).isEqualTo(Speech.NONE);
        assertThat(Speech.atOnce(List.of(speech(0, 10, 20, 30), speech(9, 21))).spans())
                .containsExactly(new Span(9, 10), new Span(20, 21));
    }

    @Test
    void theClockGoesOnlyWhileSomethingIsHeard() {
        var clock = new SpeakingClock(speech(10, 20, 30, 40));
        assertThat(clock.at(10)).isZero();
        assertThat(clock.at(15)).isEqualTo(5);
        assertThat(clock.at(25)).isEqualTo(10);
        assertThat(clock.at(100)).isEqualTo(20);
        assertThat(clock.between(15, 35)).isEqualTo(10);
        assertThat(clock.total()).isEqualTo(20);
    }

    @Test
    void noStretchEndsBeforeItStarts() {
        assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.ofSeconds(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Speech speech(long... edges) {
        return Spoken.speech(edges);
    }
}
