package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetimingTest {
    private final Transcript transcript = Spoken.transcript(
            20,
            turn(AGENT, "your 2.0-2.5", "card 2.5-3.0", "number 3.0-4.0", "please 4.0-5.0"),
            turn(CALLER, "four 6.0-6.5", "one 6.5-7.0", "one 7.0-7.5"),
            turn(AGENT, "thanks 15.0-16.0"));

    @Test
    void whatIsKeptMovesWithItsAudio() {
        var trimmed = trimmed(new Trim(Optional.of(1.5), Optional.of(10.0), List.of()));
        assertThat(trimmed.duration()).isEqualTo(8.5);
        assertThat(trimmed.segments())
                .extracting(Segment::text)
                .containsExactly("your card number please", "four one one");
        assertThat(trimmed.segments()).extracting(Segment::start).containsExactly(0.5, 4.5);
        assertThat(trimmed.segments()).extracting(Segment::end).containsExactly(3.5, 6.0);
    }

    @Test
    void wordsThatAreCutThroughGo() {
        var trimmed = trimmed(new Trim(Optional.of(2.4), Optional.of(4.999), List.of()));
        assertThat(trimmed.segments()).extracting(Segment::text).containsExactly("card number");
        assertThat(trimmed.segments().getFirst().start()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void aCutBetweenTwoWordsKeepsBoth() {
        var trimmed = trimmed(new Trim(Optional.of(2.5), Optional.of(4.0), List.of()));
        assertThat(trimmed.segments()).extracting(Segment::text).containsExactly("card number");
    }

    @Test
    void whatIsRemovedInTheMiddleIsGoneFromTheText() {
        var trimmed =
                trimmed(new Trim(Optional.empty(), Optional.empty(), List.of(new Range(6.5, 7.2), new Range(3, 4))));
        assertThat(trimmed.text()).isEqualTo("your card please\nfour\nthanks");
        assertThat(trimmed.duration()).isCloseTo(18.3, within(1e-9));
        assertThat(trimmed.segments().getFirst().words().getLast().start()).isEqualTo(3);
        assertThat(trimmed.segments().getLast().start()).isCloseTo(13.3, within(1e-9));
    }

    @Test
    void whereAudioIsJoinedEveryWordStaysIfOnlyAsAnInstant() {
        var joined = Retiming.joined(transcript, List.of(new Range(0, 2.8), new Range(4.5, 15.5)), 13.8);
        assertThat(joined.text()).isEqualTo(transcript.text());
        assertThat(joined.duration()).isEqualTo(13.8);
        assertThat(joined.segments().getFirst().words()).extracting(Word::start).containsExactly(2.0, 2.5, 2.8, 2.8);
        assertThat(joined.segments().getFirst().words()).extracting(Word::end).containsExactly(2.5, 2.8, 2.8, 3.3);
        assertThat(Retiming.joined(transcript, List.of(new Range(0, 20)), 15.5)
                        .segments()
                        .getLast()
                        .end())
                .isEqualTo(15.5);
    }

    @Test
    void aTurnOfWhichNothingIsLeftIsGone() {
        var trimmed = trimmed(new Trim(Optional.empty(), Optional.empty(), List.of(new Range(5.5, 8))));
        assertThat(trimmed.segments()).extracting(Segment::voice).containsExactly(AGENT, AGENT);
    }

    @Test
    void speakersStayWhoTheyWere() {
        assertThat(trimmed(new Trim(Optional.of(14.0), Optional.empty(), List.of()))
                        .speakers())
                .isEqualTo(transcript.speakers());
    }

    @Test
    void wordsThatReachIntoSilenceStayWhenItIsRemoved() {
        var stretched = Spoken.transcript(20, turn(AGENT, "well 1.0-9.0", "yes 9.0-9.5"));
        var closed = Retiming.closed(stretched, List.of(new Range(0, 2), new Range(8, 20)));
        assertThat(closed.segments()).extracting(Segment::text).containsExactly("well yes");
        assertThat(closed.segments().getFirst().words()).extracting(Word::start).containsExactly(1.0, 3.0);
        assertThat(closed.segments().getFirst().words()).extracting(Word::end).containsExactly(3.0, 3.5);
        assertThat(closed.duration()).isEqualTo(14);
    }

    @Test
    void wordsThatWereHeardInNothingButRemovedSilenceGo() {
        var madeUp = Spoken.transcript(20, turn(AGENT, "you 4.0-5.0"), turn(CALLER, "hello 10.0-11.0"));
        var closed = Retiming.closed(madeUp, List.of(new Range(0, 2), new Range(8, 20)));
        assertThat(closed.text()).isEqualTo("hello");
    }

    private Transcript trimmed(Trim trim) {
        return Retiming.cut(transcript, trim.kept(transcript.duration()));
    }
}
