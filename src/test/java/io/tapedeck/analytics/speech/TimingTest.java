package io.tapedeck.analytics.speech;

import static io.tapedeck.analytics.speech.Spoken.minute;
import static io.tapedeck.analytics.speech.Spoken.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimingTest {
    /** A: 0-10 and 20-30, B: 8-20, so 20 s and 12 s of 60 s and of 32 s. */
    @Test
    void sharesAreOfTheCallAndOfAllSpeech() {
        var speakers = minute(seconds(0, 10, 20, 30), seconds(8, 20)).speakers();
        assertThat(speakers).extracting(SpeakerTiming::speakingTime).containsExactly(20.0, 12.0);
        assertThat(speakers).extracting(SpeakerTiming::shareOfCall).containsExactly(20 / 60.0, 12 / 60.0);
        assertThat(speakers)
                .extracting(SpeakerTiming::shareOfSpeech)
                .containsExactly(OptionalDouble.of(20 / 32.0), OptionalDouble.of(12 / 32.0));
    }

    @Test
    void whereNobodySpeaksThereAreNoSharesOfSpeech() {
        var timing = minute(Speech.NONE, Speech.NONE);
        assertThat(timing.speakers()).allSatisfy(speaker -> {
            assertThat(speaker.shareOfCall()).isZero();
            assertThat(speaker.shareOfSpeech()).isEmpty();
            assertThat(speaker.turns()).isZero();
            assertThat(speaker.longestMonologue()).isEmpty();
            assertThat(speaker.responseTime()).isEmpty();
        });
        assertThat(timing.firstResponse()).isEmpty();
        assertThat(timing.silence().total()).isEqualTo(60);
    }

    @Test
    void aCallOfNoLengthHasFiguresToo() {
        var timing = Timing.of(List.of(Speech.NONE), Speech.NONE, 0, 3000);
        assertThat(timing.silence()).isEqualTo(new Silence(0, 0, 0, 0, List.of()));
        assertThat(timing.switches()).isEqualTo(new Switches(0, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void gapsOfUpToOneAndAHalfSecondsAreWithinATurn() {
        assertThat(turns(seconds(0, 2, 3.5, 5, 6.501, 8), 0)).isEqualTo(2);
    }

    @Test
    void aBackChannelIsUnderOneSecondDuringOrAtTheEdgeOfAnothersTurn() {
        var agent = seconds(10, 20);
        assertThat(backChannels(agent, seconds(15, 15.999))).isEqualTo(1);
        assertThat(backChannels(agent, seconds(15, 16))).isZero();
        assertThat(backChannels(agent, seconds(9.2, 9.8))).isEqualTo(1);
        assertThat(backChannels(agent, seconds(9.2, 9.799))).isZero();
        assertThat(backChannels(agent, seconds(20.2, 20.8))).isEqualTo(1);
        assertThat(backChannels(agent, seconds(20.201, 20.8))).isZero();
    }

    @Test
    void twoShortTurnsAreNoBackChannelsOfEachOther() {
        var speakers = minute(seconds(10, 10.5), seconds(10.3, 10.9)).speakers();
        assertThat(speakers).extracting(SpeakerTiming::backChannels).containsExactly(0, 0);
        assertThat(speakers).extracting(SpeakerTiming::turns).containsExactly(1, 1);
    }

    @Test
    void backChannelsAreNoTurnsSwitchesInterruptionsOrResponses() {
        var timing = minute(seconds(0, 20), seconds(5, 5.6, 10, 10.8));
        assertThat(timing.speakers().get(1))
                .extracting(SpeakerTiming::turns, SpeakerTiming::backChannels, SpeakerTiming::interruptions)
                .containsExactly(0, 2, 0);
        assertThat(timing.switches().count()).isZero();
        assertThat(timing.interruptions()).isEmpty();
        assertThat(timing.firstResponse()).isEmpty();
    }

    @Test
    void backChannelsDoNotBreakAMonologue() {
        assertThat(monologue(seconds(0, 5, 6, 12), seconds(5.1, 5.9))).contains(new Range(0, 12));
    }

    @Test
    void aTurnOfAnotherInAGapBreaksAMonologueButNotTheTurn() {
        var agent = seconds(0, 5, 6.4, 10);
        assertThat(monologue(agent, seconds(5.2, 6.2))).contains(new Range(0, 5));
        assertThat(turns(agent, 0)).isEqualTo(1);
    }

    @Test
    void oneWhoGoesOnWhileAnotherTalksHoldsAMonologue() {
        assertThat(monologue(seconds(0, 20), seconds(8, 10))).contains(new Range(0, 20));
    }

    @Test
    void ofTwoMonologuesAsLongTheFirstIsTheLongest() {
        assertThat(monologue(seconds(0, 5, 20, 25), Speech.NONE)).contains(new Range(0, 5));
    }

    @Test
    void anInterruptionBeginsTwoHundredMillisecondsBeforeTheEndOfATurnOfOneSecond() {
        assertThat(interruptions(seconds(0, 10), seconds(9.8, 12)))
                .containsExactly(new Interruption(1, 0, 9.8, 0.2, true));
        assertThat(interruptions(seconds(0, 10), seconds(9.801, 12))).isEmpty();
        assertThat(interruptions(seconds(0, 10), seconds(1, 12))).hasSize(1);
        assertThat(interruptions(seconds(0, 10), seconds(0.999, 12))).isEmpty();
    }

    @Test
    void anInterruptionIsSuccessfulWhereTheOtherStopsWithinTwoSeconds() {
        assertThat(interruptions(seconds(0, 10), seconds(8, 12))).containsExactly(new Interruption(1, 0, 8, 2, true));
        assertThat(interruptions(seconds(0, 10.001), seconds(8, 12)))
                .containsExactly(new Interruption(1, 0, 8, 2.001, false));
    }

    @Test
    void anInterruptionLastsUntilOneOfTheTwoStops() {
        assertThat(interruptions(seconds(0, 20), seconds(8, 11))).containsExactly(new Interruption(1, 0, 8, 3, false));
    }

    @Test
    void whoInterruptsTwoSucceedsWhenBothStop() {
        var timing = minute(seconds(0, 9), seconds(2, 15), seconds(8, 20));
        assertThat(timing.interruptions())
                .containsExactly(new Interruption(1, 0, 2, 7, false), new Interruption(2, 1, 8, 7, false));
        assertThat(timing.speakers().get(2))
                .extracting(SpeakerTiming::interruptions, SpeakerTiming::successfulInterruptions)
                .containsExactly(1, 0);
    }

    /** B answers after 1 s, 3 s and at once, A after 0.5 s and 2 s. */
    @Test
    void responseTimesAreFromTheEndOfTheOthersTurn() {
        var timing = minute(seconds(0, 5, 8.5, 10, 17, 20), seconds(6, 8, 13, 15, 19.9, 25));
        var agent = timing.speakers().get(0).responseTime().orElseThrow();
        var customer = timing.speakers().get(1).responseTime().orElseThrow();
        assertThat(agent.median()).isEqualTo(1.25);
        assertThat(agent.p90()).isCloseTo(1.85, within(1e-9));
        assertThat(customer.median()).isEqualTo(1);
        assertThat(customer.p90()).isCloseTo(2.6, within(1e-9));
        assertThat(timing.firstResponse()).hasValue(1);
    }

    @Test
    void goingOnAfterOnesOwnTurnIsNoResponse() {
        var timing = minute(seconds(0, 20, 25, 30), seconds(8, 10));
        assertThat(timing.speakers().get(0).responseTime()).isEmpty();
        assertThat(timing.speakers().get(1).responseTime()).contains(new Spread(0, 0));
    }

    /** A B A B in one minute, of which 40 s are speech. */
    @Test
    void switchesAreCountedPerMinuteOfTheCallAndOfSpeech() {
        assertThat(minute(seconds(0, 10, 20, 30), seconds(10, 20, 30, 40)).switches())
                .isEqualTo(new Switches(3, OptionalDouble.of(3), OptionalDouble.of(4.5)));
    }

    @Test
    void silenceIsWhereNobodySpeaksAndDeadAirBeginsAtTheThreshold() {
        var silence = minute(seconds(1, 10, 12.999, 20), seconds(23, 50)).silence();
        assertThat(silence.total()).isCloseTo(1 + 2.999 + 3 + 10, within(1e-9));
        assertThat(silence.ratio()).isCloseTo(16.999 / 60, within(1e-9));
        assertThat(silence.longest()).isEqualTo(10);
        assertThat(silence.periods()).containsExactly(new Range(20, 23), new Range(50, 60));
    }

    /** 10 s of speech, 30 s of hold, 20 s of silence. */
    @Test
    void holdIsNeitherSilenceNorSpeech() {
        var timing = Timing.of(List.of(seconds(0, 5, 35, 40), Speech.NONE), seconds(5, 35), 60_000, 3000);
        assertThat(timing.silence()).isEqualTo(new Silence(20, 20 / 60.0, 20 / 30.0, 20, List.of(new Range(40, 60))));
    }

    @Test
    void holdIsNoPartOfAResponseTime() {
        var timing = Timing.of(List.of(seconds(0, 5), seconds(36, 40)), seconds(5.5, 35), 60_000, 3000);
        assertThat(timing.firstResponse()).hasValue(1.5);
    }

    /** 2 s and 1 s, of 60 s of call and 27 s of speech. */
    @Test
    void overlapIsWhereTwoSpeakAtOnce() {
        var overlap = minute(seconds(0, 10, 20, 30), seconds(8, 12, 25, 26), seconds(40, 45))
                .overlap();
        assertThat(overlap).isEqualTo(new Overlap(3, 3 / 60.0, 3 / 27.0, 2));
    }

    private static int turns(Speech speech, int speaker) {
        return minute(speech).speakers().get(speaker).turns();
    }

    private static int backChannels(Speech agent, Speech customer) {
        return minute(agent, customer).speakers().get(1).backChannels();
    }

    private static Optional<Range> monologue(Speech agent, Speech customer) {
        return minute(agent, customer).speakers().getFirst().longestMonologue();
    }

    private static List<Interruption> interruptions(Speech agent, Speech customer) {
        return minute(agent, customer).interruptions();
    }
}
