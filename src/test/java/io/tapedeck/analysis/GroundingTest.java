package io.tapedeck.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analysis.Notes.Note;
import io.tapedeck.analytics.words.Digest;
import io.tapedeck.analytics.words.Quote;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
    private static final Excerpt CALL = new Excerpt(List.of(
            segment(1, new Quote(0, 1, 3, "How can I help?")),
            segment(2, new Quote(1, 4, 8, "I was charged 1,200.50 dollars twice.")),
            segment(3, new Quote(0, 9, 12, "I'll send it back by the 24th.")),
            segment(9, new Quote(1, 20, 21, "Thanks."))));
    private static final Note GROUNDED = new Note("The customer was charged twice.", List.of(2));

    private final Grounding grounding = new Grounding(CALL);

    @Test
    void timesAreThoseOfTheSegmentsAndTheSpeakerIsThatOfTheFirstNamed() {
        var digest = grounding.digest(new Notes(
                List.of(new Note("Both agree.", List.of(9, 3)), GROUNDED),
                List.of(new Note(" The agent sends it back. ", List.of(3, 2)))));

        assertThat(digest)
                .contains(new Digest(
                        List.of(
                                new Quote(1, 4, 8, "The customer was charged twice."),
                                new Quote(1, 9, 21, "Both agree.")),
                        List.of(new Quote(0, 4, 12, "The agent sends it back."))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 4, 8, 10, Integer.MAX_VALUE})
    void aSegmentThatIsNotThereMakesAllOfItWorthless(int number) {
        var madeUp = new Note("The customer is happy.", List.of(1, number));

        assertThat(summary(GROUNDED, madeUp)).isEmpty();
        assertThat(items(madeUp)).isEmpty();
    }

    @Test
    void aSentencePointsAtOneToFiveSegments() {
        assertThat(summary(new Note("All is well.", List.of()))).isEmpty();
        assertThat(summary(new Note("All is well.", List.of(1, 2, 3, 9, 9)))).isPresent();
        assertThat(summary(new Note("All is well.", List.of(1, 2, 3, 9, 9, 9)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\u202Eb", "a\u2028b", "a\uD800b", "a\u001B[31mb"})
    void aTextHasWhatCanBeSeenAndNothingElse(String text) {
        assertThat(summary(new Note(text, List.of(1)))).isEmpty();
        assertThat(items(new Note(text, List.of(1)))).isEmpty();
    }

    @Test
    void aTextHasFiveHundredCharactersAtMost() {
        assertThat(summary(new Note("a".repeat(500), List.of(1)))).isPresent();
        assertThat(summary(new Note("a".repeat(501), List.of(1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1200.50 dollars", "1,200.50 dollars", "Charged 1200 dollars", "1\u00A0200 dollars", "No number"
            })
    void numbersOfTheSegmentsMayBeNamedHoweverTheyAreGrouped(String text) {
        assertThat(summary(new Note(text, List.of(2)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,300.50 dollars", "200 dollars", "Charged 12 dollars", "120050", "By the 24th", "\u0662\u0664"
            })
    void otherNumbersAreMadeUp(String text) {
        assertThat(summary(new Note(text, List.of(2)))).isEmpty();
        assertThat(items(new Note(text, List.of(2)))).isEmpty();
    }

    @Test
    void aSummaryHasOneToFiveSentencesAndThereAreUpToTwentyItems() {
        assertThat(summary()).isEmpty();
        assertThat(summary(times(5))).isPresent();
        assertThat(summary(times(6))).isEmpty();
        assertThat(items(times(20))).isPresent();
        assertThat(items(times(21))).isEmpty();
    }

    private Optional<Digest> summary(Note... notes) {
        return grounding.digest(new Notes(List.of(notes), List.of()));
    }

    private Optional<Digest> items(Note... notes) {
        return grounding.digest(new Notes(List.of(GROUNDED), List.of(notes)));
    }

    private static Note[] times(int count) {
        return Collections.nCopies(count, GROUNDED).toArray(Note[]::new);
    }

    private static CallSegment segment(int number, Quote quote) {
        return new CallSegment(number, "speaker 1", quote);
    }
}
