package io.tapedeck.json.analytics;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.speech.SpeakerTiming;
import io.tapedeck.analytics.speech.Spread;
import io.tapedeck.analytics.words.Mood;
import io.tapedeck.analytics.words.Pace;
import io.tapedeck.analytics.words.SpokenWords;
import io.tapedeck.json.analytics.CallAnalyticsView.StretchView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The figures of a participant; those from words are absent where there is no transcript. */
public record ParticipantView(
        Optional<String> speaker,
        Optional<String> role,
        Optional<Integer> channel,
        double speakingTime,
        double shareOfCall,
        Optional<Double> shareOfSpeech,
        int turns,
        Optional<StretchView> longestMonologue,
        int interruptions,
        int successfulInterruptions,
        int backChannels,
        Optional<SpreadView> responseTime,
        Optional<Integer> words,
        Optional<Double> wordsPerMinute,
        Optional<PaceView> pace,
        Optional<Integer> questions,
        Optional<SpreadView> patience,
        Optional<Integer> fillers,
        Optional<Double> fillersPerMinute,
        Optional<Double> sentiment,
        Optional<List<Double>> sentimentTrend) {

    static ParticipantView of(Participant who, SpeakerTiming timing, Optional<SpokenWords> words) {
        var mood = words.flatMap(SpokenWords::sentiment);
        return new ParticipantView(
                who.voice().speaker(),
                who.role(),
                CallAnalyticsView.channel(who),
                Rounded.of(timing.speakingTime()),
                Rounded.of(timing.shareOfCall()),
                Rounded.of(timing.shareOfSpeech()),
                timing.turns(),
                timing.longestMonologue().map(StretchView::of),
                timing.interruptions(),
                timing.successfulInterruptions(),
                timing.backChannels(),
                timing.responseTime().map(SpreadView::of),
                words.map(SpokenWords::words),
                words.flatMap(said -> Rounded.of(said.wordsPerMinute())),
                words.flatMap(SpokenWords::pace).map(PaceView::of),
                words.flatMap(said -> present(said.questions())),
                words.flatMap(SpokenWords::patience).map(SpreadView::of),
                words.flatMap(said -> present(said.fillers())),
                words.flatMap(said -> Rounded.of(said.fillersPerMinute())),
                mood.map(Mood::overall).map(Rounded::of),
                mood.map(SentimentView::trend));
    }

    private static Optional<Integer> present(OptionalInt count) {
        return count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty();
    }

    /** The middle and the slow end of some times. */
    public record SpreadView(double median, double p90) {
        static SpreadView of(Spread spread) {
            return new SpreadView(Rounded.of(spread.median()), Rounded.of(spread.p90()));
        }
    }

    /** Words per minute in slow and in fast windows of 30 s. */
    public record PaceView(double p10, double p90) {
        static PaceView of(Pace pace) {
            return new PaceView(Rounded.of(pace.p10()), Rounded.of(pace.p90()));
        }
    }
}
