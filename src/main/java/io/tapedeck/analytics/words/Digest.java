package io.tapedeck.analytics.words;

import java.util.List;

/**
 * What a call comes to.
 *
 * @param summary in the order of their times
 * @param actionItems what will be done, in the order of their times
 */
public record Digest(List<Quote> summary, List<Quote> actionItems) {
    public Digest {
        summary = List.copyOf(summary);
        actionItems = List.copyOf(actionItems);
    }
}
