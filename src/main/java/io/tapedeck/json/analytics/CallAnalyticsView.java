package io.tapedeck.json.analytics;

import io.tapedeck.analytics.Basis;
import io.tapedeck.analytics.CallAnalytics;
import io.tapedeck.analytics.Confidence;
import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.speech.Interruption;
import io.tapedeck.analytics.speech.Overlap;
import io.tapedeck.analytics.speech.Silence;
import io.tapedeck.analytics.words.Keyword;
import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The figures of CallAnalytics as the HTTP contract writes them. Times are in seconds. */
public record CallAnalyticsView(
        double duration,
        Basis basis,
        Confidence confidence,
        List<ParticipantView> participants,
        Optional<Double> talkToListenRatio,
        int switches,
        Optional<Double> switchesPerMinute,
        Optional<Double> switchesPerMinuteOfSpeech,
        Optional<Double> firstResponse,
        Optional<StretchView> longestCustomerStory,
        SilenceView silence,
        OverlapView overlap,
        List<InterruptionView> interruptions,
        List<StretchView> hold,
        KeypadView keypad,
        List<LoudnessView> loudness,
        AudioQualityView audio,
        Optional<SentimentView> sentiment,
        Optional<SourceView> sentimentSource,
        Optional<List<KeywordView>> keywords,
        Optional<List<CategoryView>> categories,
        Optional<String> summary,
        Optional<List<QuoteView>> summarySentences,
        Optional<List<String>> actionItems,
        Optional<List<QuoteView>> commitments,
        Optional<SourceView> summarySource) {

    static CallAnalyticsView of(CallAnalytics call) {
        var timing = call.timing();
        var who = call.participants();
        var wording = call.wording();
        return new CallAnalyticsView(
                Rounded.of(call.duration()),
                call.basis(),
                call.confidence(),
                IntStream.range(0, who.size())
                        .mapToObj(i -> ParticipantView.of(
                                who.get(i),
                                timing.speakers().get(i),
                                wording.map(words -> words.speakers().get(i))))
                        .toList(),
                Rounded.of(call.talkToListenRatio()),
                timing.switches().count(),
                Rounded.of(timing.switches().perMinute()),
                Rounded.of(timing.switches().perMinuteOfSpeech()),
                Rounded.of(timing.firstResponse()),
                call.longestCustomerStory().map(StretchView::of),
                SilenceView.of(timing.silence()),
                OverlapView.of(timing.overlap()),
                timing.interruptions().stream()
                        .map(each -> InterruptionView.of(each, who))
                        .toList(),
                StretchView.of(call.hold()),
                new KeypadView(call.keypad().size(), StretchView.of(call.keypad())),
                LoudnessView.of(call.audio()),
                AudioQualityView.of(call.audio()),
                wording.flatMap(words -> words.sentiment()).map(SentimentView::of),
                wording.map(words -> SourceView.of(words.sentimentFrom())),
                wording.flatMap(words -> words.keywords())
                        .map(words -> words.stream().map(KeywordView::of).toList()),
                wording.map(words -> words.categories().stream()
                        .map(category -> CategoryView.of(category, who))
                        .toList()),
                wording.flatMap(words -> words.summary()).map(QuoteView::text),
                wording.flatMap(words -> words.summary()).map(quotes -> QuoteView.of(quotes, who)),
                wording.flatMap(words -> words.actionItems()).map(QuoteView::texts),
                wording.flatMap(words -> words.actionItems()).map(quotes -> QuoteView.of(quotes, who)),
                wording.map(words -> SourceView.of(words.digestFrom())));
    }

    /** What others call a participant by: the label of the speaker, else the role. */
    static Optional<String> name(Participant participant) {
        return participant.voice().speaker().or(participant::role);
    }

    static Optional<Integer> channel(Participant participant) {
        OptionalInt channel = participant.voice().channel();
        return channel.isPresent() ? Optional.of(channel.getAsInt()) : Optional.empty();
    }

    /** A stretch of time. */
    public record StretchView(double start, double end, double duration) {
        static StretchView of(Range range) {
            return new StretchView(Rounded.of(range.start()), Rounded.of(range.end()), Rounded.of(range.length()));
        }

        static List<StretchView> of(List<Range> ranges) {
            return ranges.stream().map(StretchView::of).toList();
        }
    }

    /** When nobody speaks. */
    public record SilenceView(
            double total, double ratio, double ratioWithoutHold, double longest, List<StretchView> periods) {
        static SilenceView of(Silence silence) {
            return new SilenceView(
                    Rounded.of(silence.total()),
                    Rounded.of(silence.ratio()),
                    Rounded.of(silence.ratioWithoutHold()),
                    Rounded.of(silence.longest()),
                    StretchView.of(silence.periods()));
        }
    }

    /** When two or more speak at once. */
    public record OverlapView(double total, double ratio, double ratioOfSpeech, int count) {
        static OverlapView of(Overlap overlap) {
            return new OverlapView(
                    Rounded.of(overlap.total()),
                    Rounded.of(overlap.ratio()),
                    Rounded.of(overlap.ratioOfSpeech()),
                    overlap.count());
        }
    }

    /**
     * Somebody breaks in on somebody else.
     *
     * @param byChannel only where another participant is called the same
     * @param ofChannel only where another participant is called the same
     */
    public record InterruptionView(
            Optional<String> by,
            Optional<Integer> byChannel,
            Optional<String> of,
            Optional<Integer> ofChannel,
            double at,
            double duration,
            boolean successful) {
        static InterruptionView of(Interruption each, List<Participant> who) {
            var by = who.get(each.by());
            var of = who.get(each.of());
            return new InterruptionView(
                    name(by),
                    channelOfNamesake(by, who),
                    name(of),
                    channelOfNamesake(of, who),
                    Rounded.of(each.at()),
                    Rounded.of(each.duration()),
                    each.successful());
        }

        private static Optional<Integer> channelOfNamesake(Participant participant, List<Participant> who) {
            var namesakes = who.stream().map(CallAnalyticsView::name).filter(name(participant)::equals);
            return namesakes.count() > 1 ? channel(participant) : Optional.empty();
        }
    }

    /** Keys that are pressed; which ones is nobody's business. */
    public record KeypadView(int count, List<StretchView> times) {}

    /** What a call is about. */
    public record KeywordView(String term, int count, double score) {
        static KeywordView of(Keyword keyword) {
            return new KeywordView(keyword.term(), keyword.count(), Rounded.of(keyword.score()));
        }
    }
}
