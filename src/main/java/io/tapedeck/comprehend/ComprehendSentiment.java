package io.tapedeck.comprehend;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analysis.SentimentEngine;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Given;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import io.tapedeck.aws.AwsAddress;
import io.tapedeck.aws.AwsAnswer;
import io.tapedeck.aws.SignedCalls;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Amazon Comprehend tell how sentences feel, 25 at a time: a score is how sure it is that one is positive, less how sure that it is
 * negative. Sentences that it could not do at first are asked for once more; what then lacks one is taken for nothing, since a mean of the
 * others would be that of another call.
 */
public final class ComprehendSentiment implements SentimentEngine {
    /** An answer takes some tenths of a second, and a call of eight hours has some 300 of them. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofMillis(400));

    private static final int MOST_AT_ONCE = 25;

    private final SignedCalls calls;

    ComprehendSentiment(SignedCalls calls) {
        this.calls = requireNonNull(calls);
    }

    /** That of a region. */
    public static ComprehendSentiment in(String region, Clock clock, Deadline deadline) {
        return new ComprehendSentiment(
                SignedCalls.to(AwsAddress.of("comprehend", "comprehend", region), PATIENCE, clock, deadline));
    }

    @Override
    public boolean knows(String language) {
        return ComprehendLanguages.code(language).isPresent();
    }

    @Override
    public OutsideAnswer<List<Double>> scores(List<String> sentences, String language) {
        var code = ComprehendLanguages.code(language).orElseThrow();
        var end = calls.end();
        var scores = new ArrayList<Double>(sentences.size());
        for (int from = 0; from < sentences.size(); from += MOST_AT_ONCE) {
            var batch = sentences.subList(from, Math.min(from + MOST_AT_ONCE, sentences.size()));
            switch (complete(batch, code, end)) {
                case Given<List<Double>>(var some) -> scores.addAll(some);
                case Missed<List<Double>> missed -> {
                    return missed;
                }
            }
        }
        return new Given<>(List.copyOf(scores));
    }

    /** Asks for what is missing of the answer once more. */
    private OutsideAnswer<List<Double>> complete(List<String> sentences, String language, Instant end) {
        return switch (ask(sentences, language, end)) {
            case Missed<BatchScores>(var why) -> new Missed<>(why);
            case Given<BatchScores>(var scores) when scores.isComplete() -> new Given<>(scores.all());
            case Given<BatchScores>(var scores) ->
                switch (ask(scores.missing(sentences), language, end)) {
                    case Missed<BatchScores>(var why) -> new Missed<>(why);
                    case Given<BatchScores>(var others)
                    when others.isComplete() -> new Given<>(scores.with(others).all());
                    case Given<BatchScores> incomplete -> new Missed<>(Miss.UNAVAILABLE);
                };
        };
    }

    private OutsideAnswer<BatchScores> ask(List<String> sentences, String language, Instant end) {
        return switch (calls.post(SentimentRequest.of(sentences, language), end)) {
            case AwsAnswer.Answered(var body) -> read(body, sentences.size());
            case AwsAnswer.Oversized() -> new Missed<>(Miss.NOT_UNDERSTOOD);
            case AwsAnswer.Refused _ -> new Missed<>(Miss.REFUSED);
            case AwsAnswer.Unavailable() -> new Missed<>(Miss.UNAVAILABLE);
        };
    }

    private static OutsideAnswer<BatchScores> read(byte[] body, int count) {
        try {
            return new Given<>(BatchScores.read(body, count));
        } catch (IllegalArgumentException unreadable) {
            return new Missed<>(Miss.NOT_UNDERSTOOD);
        }
    }
}
