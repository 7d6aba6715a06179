package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.analytics.words.MoodSource;
import io.tapedeck.concurrency.Deadline;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutsideAnalysisWiringTest {
    private static final String REGION = "eu-central-1";
    private static final Clock CLOCK = Clock.systemUTC();

    private record Analysis(MoodSource sentiment, Optional<String> summaryModel) implements Settings.Analysis {}

    @Test
    void nobodyOutsideIsAskedUnlessTheDeploymentSaysSo() {
        var settings = new Analysis(MoodSource.LEXICON, Optional.empty());

        assertThat(OutsideAnalysisWiring.sentiment(settings, REGION, CLOCK, Deadline.NONE))
                .isEmpty();
        assertThat(OutsideAnalysisWiring.summarizer(settings, REGION, CLOCK, Deadline.NONE))
                .isEmpty();
    }

    @Test
    void eachIsThereByASettingOfItsOwn() {
        var comprehend = new Analysis(MoodSource.AMAZON_COMPREHEND, Optional.empty());
        var bedrock = new Analysis(MoodSource.LEXICON, Optional.of("eu.amazon.nova-lite-v1:0"));

        assertThat(OutsideAnalysisWiring.sentiment(comprehend, REGION, CLOCK, Deadline.NONE))
                .isPresent();
        assertThat(OutsideAnalysisWiring.summarizer(comprehend, REGION, CLOCK, Deadline.NONE))
                .isEmpty();
        assertThat(OutsideAnalysisWiring.sentiment(bedrock, REGION, CLOCK, Deadline.NONE))
                .isEmpty();
        assertThat(OutsideAnalysisWiring.summarizer(bedrock, REGION, CLOCK, Deadline.NONE))
                .isPresent();
    }

    @Test
    void whatCanBeNoModelIsRefusedByTheNameOfTheSetting() {
        var settings = new Analysis(MoodSource.LEXICON, Optional.of("a model/../x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideAnalysisWiring.summarizer(settings, REGION, CLOCK, Deadline.NONE))
                .withMessageContaining("SUMMARY_MODEL");
    }
}
