package io.tapedeck.analytics;

import static io.tapedeck.analytics.Calls.heard;
import static io.tapedeck.analytics.Calls.onHold;
import static io.tapedeck.analytics.Calls.ranges;
import static io.tapedeck.analytics.Calls.told;
import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.transcript;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.analytics.speech.SpeakerTiming;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Turns;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallAnalysisTest {
    @Test
    void withoutATranscriptSpeechIsWhatIsHeardAndWordsAreAbsent() {
        var analytics = analytics(heard(ChannelLayout.DUAL, ranges(0, 10), ranges(10, 14)));
        assertThat(analytics.basis()).hasToString("audio");
        assertThat(analytics.wording()).isEmpty();
        assertThat(times(analytics)).containsExactly(10.0, 4.0);
        assertThat(analytics.participants())
                .containsExactly(
                        new Participant(AGENT, Optional.of("agent")), new Participant(CALLER, Optional.of("customer")));
    }

    /** The gap of 0.3 s counts as speech, that of 0.301 s does not. */
    @Test
    void withATranscriptSpeechIsItsWordsClosedOverShortGaps() {
        var analytics = analytics(told(
                ChannelLayout.DUAL,
                transcript(
                        60, turn(AGENT, "how 1.0-1.5", "are 1.8-2.0", "you 2.301-3.0"), turn(CALLER, "fine 4.0-5.0"))));
        assertThat(analytics.basis()).hasToString("transcript");
        assertThat(times(analytics).getFirst()).isCloseTo(1.699, within(1e-9));
        assertThat(analytics.wording().orElseThrow().speakers().getFirst().words())
                .isEqualTo(3);
    }

    @Test
    void confidenceIsHighOnlyWhereAllHaveChannelsOfTheirOwn() {
        assertThat(confidence(heard(ChannelLayout.DUAL, ranges(0, 1), ranges(2, 3))))
                .isEqualTo(Confidence.HIGH);
        assertThat(confidence(heard(ChannelLayout.DUPLICATED, ranges(0, 1), ranges(0, 1))))
                .isEqualTo(Confidence.LOW);
        assertThat(confidence(heard(ChannelLayout.MONO, ranges(0, 1)))).isEqualTo(Confidence.LOW);
        var diarized = transcript(60, turn(Voice.ofSpeaker(0), "hi 1.0-2.0"), turn(Voice.ofSpeaker(1), "hi 3.0-4.0"));
        assertThat(confidence(told(ChannelLayout.MONO, diarized))).isEqualTo(Confidence.LOW);
        assertThat(confidence(told(ChannelLayout.DUAL, diarized))).isEqualTo(Confidence.LOW);
    }

    @Test
    void channelsThatCarryTheSameAreOneParticipantWithoutARole() {
        var analytics = analytics(heard(ChannelLayout.DUPLICATED, ranges(0, 10), ranges(0, 10)));
        assertThat(analytics.participants()).containsExactly(new Participant(Voice.UNKNOWN, Optional.empty()));
        assertThat(times(analytics)).containsExactly(10.0);
        assertThat(analytics.timing().overlap().total()).isZero();
    }

    @Test
    void theSpeakersOfADiarizedTranscriptAreTheParticipants() {
        var analytics = analytics(told(
                ChannelLayout.MONO,
                transcript(60, turn(Voice.ofSpeaker(0), "hi 1.0-2.0"), turn(Voice.ofSpeaker(1), "hi 3.0-5.0"))));
        assertThat(analytics.participants())
                .extracting(participant -> participant.voice().speaker().orElseThrow())
                .containsExactly("spk_0", "spk_1");
        assertThat(times(analytics)).containsExactly(1.0, 2.0);
    }

    @Test
    void aSideThatSaysNothingTakesPartAllTheSame() {
        var analytics = analytics(told(ChannelLayout.DUAL, transcript(60, turn(CALLER, "hello 1.0-2.0"))));
        assertThat(analytics.participants())
                .extracting(Participant::role)
                .containsExactly(Optional.of("agent"), Optional.of("customer"));
        assertThat(analytics.talkToListenRatio()).isEmpty();
    }

    @Test
    void whoeverWasToldApartByVoiceTakesPartWithoutTheChannels() {
        var diarized = transcript(60, turn(Voice.ofSpeaker(0), "hi 1.0-2.0"));
        assertThat(analytics(told(ChannelLayout.DUAL, diarized)).participants())
                .containsExactly(new Participant(Voice.ofSpeaker(0), Optional.empty()));
    }

    @Test
    void talkToListenIsTheSideThatServesOverTheOthers() {
        assertThat(analytics(heard(ChannelLayout.DUAL, ranges(0, 10), ranges(10, 14)))
                        .talkToListenRatio())
                .hasValue(2.5);
    }

    @Test
    void theLongestStoryIsTheCustomers() {
        assertThat(analytics(heard(ChannelLayout.DUAL, ranges(0, 20), ranges(20, 25, 30, 33)))
                        .longestCustomerStory())
                .contains(new Range(20, 25));
        assertThat(analytics(heard(ChannelLayout.MONO, ranges(0, 20))).longestCustomerStory())
                .isEmpty();
    }

    @Test
    void onHoldNobodySpeaksAndNothingIsSaid() {
        var call = told(
                ChannelLayout.DUAL,
                transcript(60, turn(AGENT, "one 1.0-2.0", "two 4.0-6.0"), turn(CALLER, "is 7.0-8.0")));
        var analytics = analytics(onHold(call, new Range(5, 100)));
        assertThat(times(analytics)).containsExactly(2.0, 0.0);
        assertThat(analytics.hold()).containsExactly(new Range(5, 60));
        assertThat(analytics.wording().orElseThrow().speakers())
                .extracting(speaker -> speaker.words())
                .containsExactly(2, 0);
        assertThat(analytics.timing().silence().total()).isEqualTo(3);
    }

    @Test
    void whatIsBeyondTheEndIsCutOff() {
        assertThat(times(analytics(heard(ChannelLayout.MONO, ranges(50, 60.4)))))
                .containsExactly(10.0);
    }

    @Test
    void aCategoryIsOfASpeakerByLabelOrRole() {
        var call = told(ChannelLayout.DUAL, transcript(60, turn(AGENT, "sorry 1.0-2.0"), turn(CALLER, "hi 3.0-4.0")));
        assertThat(isMatched(call, "agent")).isTrue();
        assertThat(isMatched(call, "ch_0")).isTrue();
        assertThat(isMatched(call, "customer")).isFalse();
    }

    @Test
    void aSpeakerWhoIsNotThereIsRefused() {
        var call = told(ChannelLayout.DUAL, transcript(60, turn(AGENT, "sorry 1.0-2.0")));
        assertThatThrownBy(() -> isMatched(call, "manager"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(new FieldError(
                                        "/categories/0/speaker",
                                        "must be a label or a role in this call: ch_0, agent, ch_1, customer")));
    }

    @Test
    void whatIsInAnotherLanguageIsNotTakenForEnglish() {
        var german = new Origin("whisper", Optional.empty(), Optional.of("de-DE"));
        var words = List.of(new SpokenWord(AGENT, Spoken.word("gut 1.0-2.0")));
        var transcript = new Transcript(german, 60, false, WordTimes.HEARD, List.of(), Turns.of(words));
        assertThat(analytics(told(ChannelLayout.DUAL, transcript))
                        .wording()
                        .orElseThrow()
                        .sentiment())
                .isEmpty();
    }

    private static boolean isMatched(Call call, String speaker) {
        var category = new Analysis.Category("apology", List.of("sorry"), Optional.of(speaker), false);
        return CallAnalysis.of(call, new Analysis(List.of(category), 3, true))
                .analytics(OutsideWording.NONE)
                .wording()
                .orElseThrow()
                .categories()
                .getFirst()
                .matched();
    }

    private static Confidence confidence(Call call) {
        return analytics(call).confidence();
    }

    private static List<Double> times(CallAnalytics analytics) {
        return analytics.timing().speakers().stream()
                .map(SpeakerTiming::speakingTime)
                .toList();
    }

    private static CallAnalytics analytics(Call call) {
        return CallAnalysis.of(call, Analysis.DEFAULT).analytics(OutsideWording.NONE);
    }
}
