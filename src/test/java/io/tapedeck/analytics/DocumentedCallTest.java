package io.tapedeck.analytics;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tapedeck.analytics.speech.Interruption;
import io.tapedeck.analytics.speech.SpeakerTiming;
import io.tapedeck.analytics.speech.Spread;
import io.tapedeck.analytics.words.Keyword;
import io.tapedeck.analytics.words.Mood.Label;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.analytics.words.SpokenWords;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The figures of the call in docs/analytics.md, where each stands beside its definition; every word takes 0.25 s. */
class DocumentedCallTest {
    private final List<SpokenWord> words = new ArrayList<>();
    private final CallAnalytics analytics = analytics();

    @Test
    void timing() {
        var agent = analytics.timing().speakers().get(0);
        var customer = analytics.timing().speakers().get(1);
        assertThat(agent)
                .extracting(
                        SpeakerTiming::speakingTime,
                        SpeakerTiming::turns,
                        SpeakerTiming::longestMonologue,
                        SpeakerTiming::interruptions,
                        SpeakerTiming::successfulInterruptions,
                        SpeakerTiming::backChannels)
                .containsExactly(10.5, 4, Optional.of(new Range(1, 4)), 1, 1, 1);
        assertThat(customer)
                .extracting(
                        SpeakerTiming::speakingTime,
                        SpeakerTiming::turns,
                        SpeakerTiming::longestMonologue,
                        SpeakerTiming::interruptions,
                        SpeakerTiming::backChannels)
                .containsExactly(9.25, 3, Optional.of(new Range(5, 12.25)), 0, 0);
        assertThat(agent.shareOfCall()).isEqualTo(10.5 / 36);
        assertThat(agent.shareOfSpeech()).hasValue(10.5 / 19.75);
        assertThat(customer.shareOfSpeech()).hasValue(9.25 / 19.75);
        assertThat(agent.responseTime()).contains(new Spread(0.25, 0.45));
        assertThat(customer.responseTime()).contains(new Spread(1, 3.8));
        assertThat(analytics.talkToListenRatio()).hasValue(10.5 / 9.25);
        assertThat(analytics.longestCustomerStory()).contains(new Range(5, 12.25));
    }

    @Test
    void theCall() {
        var timing = analytics.timing();
        assertThat(timing.switches().count()).isEqualTo(5);
        assertThat(timing.switches().perMinute().orElseThrow()).isEqualTo(5 / 0.6, offset(1e-9));
        assertThat(timing.switches().perMinuteOfSpeech().orElseThrow()).isEqualTo(300 / 18.5, offset(1e-9));
        assertThat(timing.firstResponse()).hasValue(1);
        assertThat(timing.silence().total()).isEqualTo(12.5);
        assertThat(timing.silence().ratio()).isEqualTo(12.5 / 36);
        assertThat(timing.silence().ratioWithoutHold()).isEqualTo(12.5 / 31);
        assertThat(timing.silence().longest()).isEqualTo(4.5);
        assertThat(timing.silence().periods()).containsExactly(new Range(28.5, 33));
        assertThat(timing.overlap().total()).isEqualTo(1.25);
        assertThat(timing.overlap().count()).isEqualTo(2);
        assertThat(timing.overlap().ratioOfSpeech()).isEqualTo(1.25 / 18.5);
        assertThat(timing.interruptions()).containsExactly(new Interruption(0, 1, 11.25, 1, true));
        assertThat(analytics.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(analytics.basis()).isEqualTo(Basis.TRANSCRIPT);
    }

    @Test
    void words() {
        var wording = analytics.wording().orElseThrow();
        var agent = wording.speakers().get(0);
        var customer = wording.speakers().get(1);
        assertThat(agent.words()).isEqualTo(42);
        assertThat(customer.words()).isEqualTo(37);
        assertThat(agent.wordsPerMinute()).hasValue(240);
        assertThat(agent.questions()).hasValue(1);
        assertThat(customer.questions()).hasValue(1);
        assertThat(agent.patience()).contains(new Spread(1, 1));
        assertThat(customer.patience()).contains(new Spread(0.5, 0.5));
        assertThat(customer.fillers()).hasValue(1);
        assertThat(customer.fillersPerMinute().orElseThrow()).isEqualTo(60 / 9.25, offset(1e-9));
        assertThat(wording.speakers()).extracting(SpokenWords::pace).containsOnly(Optional.empty());
    }

    @Test
    void whatItIsAbout() {
        var wording = analytics.wording().orElseThrow();
        assertThat(wording.sentiment().orElseThrow().overall()).isEqualTo(0.0283, offset(5e-5));
        assertThat(wording.sentiment().orElseThrow().label()).isEqualTo(Label.MIXED);
        assertThat(wording.sentiment().orElseThrow().quarters())
                .map(OptionalDouble::getAsDouble)
                .usingElementComparator(Comparator.comparing(value -> Math.round(1e4 * value)))
                .containsExactly(-0.0429, -0.1545, 0.1824, 0.51);
        assertThat(wording.speakers())
                .map(speaker -> speaker.sentiment().orElseThrow().label())
                .containsExactly(Label.POSITIVE, Label.MIXED);
        assertThat(wording.keywords().orElseThrow().getFirst()).isEqualTo(new Keyword("refund", 4, 1));
        assertThat(wording.summary().orElseThrow()).extracting(Quote::start).containsExactly(5.0, 9.5);
        assertThat(wording.keywords().orElseThrow()).extracting(Keyword::term).contains("refund", "email");
        assertThat(wording.categories().get(0).matches())
                .extracting(match -> match.quote())
                .containsExactly(new Quote(1, 5.75, 6.5, "cancelled my order"));
        assertThat(wording.categories().get(1).matched()).isTrue();
        assertThat(wording.actionItems().orElseThrow())
                .containsExactly(
                        new Quote(0, 20, 23, "Your refund went out today and you will receive it on Friday."),
                        new Quote(0, 26.75, 28.5, "Yes, I'll send you an email now."));
    }

    private CallAnalytics analytics() {
        says(AGENT, 1, "Thank you for calling Harbour Energy. How can I help you today?");
        says(CALLER, 5, "Hi, um, I cancelled my order last week and the refund is still missing.");
        says(AGENT, 6.5, "Right.");
        says(CALLER, 9.5, "The refund was promised for Monday, and I am really disappointed.");
        says(AGENT, 11.25, "I am sorry about that, let me check the refund.");
        says(AGENT, 20, "Your refund went out today and you will receive it on Friday.");
        says(CALLER, 24, "Great, thank you. Will you send me an email?");
        says(AGENT, 26.75, "Yes, I'll send you an email now.");
        says(CALLER, 33, "Perfect, thanks. Goodbye.");
        var call = Calls.told(ChannelLayout.DUAL, Transcript.of(Spoken.ORIGIN, 36, WordTimes.HEARD, words));
        var categories = List.of(
                new Analysis.Category("cancellation", List.of("cancel my order"), Optional.empty(), false),
                new Analysis.Category("no goodbye", List.of("goodbye"), Optional.of("agent"), true));
        return CallAnalysis.of(Calls.onHold(call, new Range(14.75, 19.75)), new Analysis(categories, 3, true))
                .analytics(OutsideWording.NONE);
    }

    private void says(Voice voice, double start, String text) {
        Spoken.evenly(text, start, 0.25).forEach(word -> words.add(new SpokenWord(voice, word)));
    }
}
