package io.tapedeck.runtime;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.SentimentEngine;
import io.tapedeck.analysis.Summarizer;
import io.tapedeck.bedrock.BedrockSummarizer;
import io.tapedeck.bedrock.ModelId;
import io.tapedeck.comprehend.ComprehendSentiment;
import io.tapedeck.concurrency.Deadline;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts together what works out the figures of a call, with the engines elsewhere that it asks. A function makes only those parts that it uses. */
@Singleton
class OutsideAnalysisWiring {
    @Produces
    @Singleton
    Analyst analyst(Settings.Analysis settings, Settings.S3 s3, Clock clock, Deadline deadline) {
        return new Analyst(
                sentiment(settings, s3.region(), clock, deadline), summarizer(settings, s3.region(), clock, deadline));
    }

    static Optional<SentimentEngine> sentiment(
            Settings.Analysis settings, String region, Clock clock, Deadline deadline) {
        return switch (settings.sentiment()) {
            case LEXICON -> Optional.empty();
            case AMAZON_COMPREHEND -> Optional.of(ComprehendSentiment.in(region, clock, deadline));
        };
    }

    static Optional<Summarizer> summarizer(Settings.Analysis settings, String region, Clock clock, Deadline deadline) {
        return settings.summaryModel()
                .map(ModelId::new)
                .map(model -> BedrockSummarizer.in(region, model, clock, deadline));
    }
}
