package io.tapedeck.bedrock;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analysis.Excerpt;
import io.tapedeck.analysis.Notes;
import io.tapedeck.analysis.Summarizer;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import io.tapedeck.aws.AwsAddress;
import io.tapedeck.aws.AwsAnswer;
import io.tapedeck.aws.SignedCalls;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Patience;
import java.time.Clock;
import java.time.Duration;

/**
 * Has a model of Amazon Bedrock say what a call comes to, by its Converse API, which is the same for all models. The call is data in the
 * request, and the answer is data, too: whatever the call or the model says, nothing is done because of it.
 */
public final class BedrockSummarizer implements Summarizer {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(90), Duration.ofMinutes(4), Duration.ofSeconds(2));

    private final SignedCalls calls;
    private final ModelId model;

    BedrockSummarizer(SignedCalls calls, ModelId model) {
        this.calls = requireNonNull(calls);
        this.model = requireNonNull(model);
    }

    /** That of a region. */
    public static BedrockSummarizer in(String region, ModelId model, Clock clock, Deadline deadline) {
        return new BedrockSummarizer(
                SignedCalls.to(AwsAddress.of("bedrock-runtime", "bedrock", region), PATIENCE, clock, deadline), model);
    }

    @Override
    public OutsideAnswer<Notes> notes(Excerpt call) {
        return switch (calls.post(ConverseRequest.of(model, call), calls.end())) {
            case AwsAnswer.Answered(var body) -> ConverseAnswer.read(body);
            case AwsAnswer.Oversized() -> new Missed<>(Miss.NOT_UNDERSTOOD);
            case AwsAnswer.Refused _ -> new Missed<>(Miss.REFUSED);
            case AwsAnswer.Unavailable() -> new Missed<>(Miss.UNAVAILABLE);
        };
    }
}
