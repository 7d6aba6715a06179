package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What somebody says a call comes to.
 *
 * @param actionItems what will be done
 */
public record Notes(List<Note> summary, List<Note> actionItems) {
    public Notes {
        summary = List.copyOf(summary);
        actionItems = List.copyOf(actionItems);
    }

    /**
     * A sentence.
     *
     * @param segments that it follows from, by their numbers: first the one that says it best
     */
    public record Note(String text, List<Integer> segments) {
        public Note {
            requireNonNull(text);
            segments = List.copyOf(segments);
        }
    }
}
