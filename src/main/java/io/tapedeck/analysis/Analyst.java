package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.Call;
import io.tapedeck.analytics.CallAnalysis;
import io.tapedeck.analytics.CallAnalytics;
import io.tapedeck.analytics.words.Digest;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Given;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.audio.Analysis;
import io.tapedeck.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Works out the figures of a call, with what the engines of the deployment say of its words. What they cannot tell, or what does not
 * stand up to the call, is our own.
 */
public final class Analyst {
    /** What nobody knows the language of is taken for this. */
    private static final String ENGLISH = "en";

    private final Optional<SentimentEngine> sentiment;
    private final Optional<Summarizer> summarizer;

    /** @param summarizer is asked where a summary is wanted, and then for action items, too */
    public Analyst(Optional<SentimentEngine> sentiment, Optional<Summarizer> summarizer) {
        this.sentiment = requireNonNull(sentiment);
        this.summarizer = requireNonNull(summarizer);
    }

    /**
     * Of a call.
     *
     * @param disclosure whether engines outside may be asked
     * @throws ProblemException invalid-request if a category names a speaker who is not there
     */
    public CallAnalytics analyze(Call call, Analysis request, Disclosure disclosure) {
        var analysis = CallAnalysis.of(call, request);
        return switch (disclosure) {
            case WITHHELD -> analysis.analytics(OutsideWording.NONE);
            case ALLOWED -> analysis.analytics(outside(call, request, analysis));
        };
    }

    private OutsideWording outside(Call call, Analysis request, CallAnalysis analysis) {
        var sentences = sentiment.isPresent() || summarizer.isPresent() ? analysis.sentences() : List.<Quote>of();
        if (sentences.isEmpty()) {
            return OutsideWording.NONE;
        }
        return new OutsideWording(
                sentiment
                        .filter(engine -> engine.knows(language(call)))
                        .map(engine -> scores(engine, sentences, language(call))),
                summarizer
                        .filter(_ -> request.summary())
                        .map(engine -> digest(engine, Excerpt.of(sentences, analysis.participants()))));
    }

    private static String language(Call call) {
        return call.transcript()
                .flatMap(transcript -> transcript.origin().language())
                .orElse(ENGLISH);
    }

    private static OutsideAnswer<List<Double>> scores(SentimentEngine engine, List<Quote> sentences, String language) {
        var texts = sentences.stream().map(Quote::text).toList();
        return switch (engine.scores(texts, language)) {
            case Given<List<Double>>(var scores)
            when !isScoreForEach(texts, scores) -> new Missed<>(Miss.NOT_UNDERSTOOD);
            case OutsideAnswer<List<Double>> answer -> answer;
        };
    }

    private static boolean isScoreForEach(List<String> texts, List<Double> scores) {
        return scores.size() == texts.size() && scores.stream().allMatch(score -> score >= -1 && score <= 1);
    }

    private static OutsideAnswer<Digest> digest(Summarizer summarizer, Excerpt call) {
        return switch (summarizer.notes(call)) {
            case Given<Notes>(var notes) ->
                new Grounding(call)
                        .digest(notes)
                        .<OutsideAnswer<Digest>>map(Given::new)
                        .orElseGet(() -> new Missed<>(Miss.NOT_GROUNDED));
            case Missed<Notes>(var why) -> new Missed<>(why);
        };
    }
}
