package io.tapedeck.redaction.search;

import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What one voice says in a row, and where in the transcript it stands. */
final class Said {
    /** Seconds after which a number does not go on. */
    private static final double LONGEST_PAUSE = 8;
    /** Stands for a pause. */
    private static final Place NOWHERE = new Place(-1, -1);

    private final List<String> words = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private double end;

    /**
     * Goes on with the words of a segment.
     *
     * @param isGone those that are not said any more
     * @return the index of the first
     */
    int add(int segment, List<Word> spoken, Predicate<Place> isGone) {
        if (!words.isEmpty() && spoken.getFirst().start() - end > LONGEST_PAUSE) {
            words.add(Placeholder.REDACTED);
            places.add(NOWHERE);
        }
        var first = words.size();
        for (int i = 0; i < spoken.size(); i++) {
            var place = new Place(segment, i);
            words.add(isGone.test(place) ? Placeholder.REDACTED : spoken.get(i).text());
            places.add(place);
            end = Math.max(end, spoken.get(i).end());
        }
        return first;
    }

    SpokenText text() {
        return SpokenText.of(words);
    }

    Place place(int word) {
        return places.get(word);
    }
}
