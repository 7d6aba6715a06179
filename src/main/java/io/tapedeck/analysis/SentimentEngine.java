package io.tapedeck.analysis;

import io.tapedeck.analytics.words.OutsideAnswer;
import java.util.List;

/** Tells how sentences feel. */
public interface SentimentEngine {
    /** @param language as BCP 47 has it */
    boolean knows(String language);

    /**
     * A score from -1 to 1 for each sentence, in their order.
     *
     * @param language one that it knows
     */
    OutsideAnswer<List<Double>> scores(List<String> sentences, String language);
}
