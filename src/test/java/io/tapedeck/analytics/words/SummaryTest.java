package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    /** refund: 3 of 13 words that say something, so the first is worth most; the second repeats it. */
    @Test
    void theSentenceWhoseWordsAreSaidMostComesFirstAndNoOtherSaysTheSame() {
        var sentences = Talk.sentences(
                "The refund invoice covers the refund parcel. The refund invoice covers the refund parcel. Hello there."
                        + " The technician repairs the broken washing machine.");
        assertThat(Summary.of(sentences))
                .extracting(Quote::text)
                .containsExactly(
                        "The refund invoice covers the refund parcel.",
                        "The technician repairs the broken washing machine.");
    }

    @Test
    void itHasFiveSentencesAtMostInTheOrderOfTheirTimes() {
        var text = "The alpha garden needs gamma. ".repeat(1)
                + "The delta river carries stones. The bakery sells fresh bread. The printer eats yellow paper."
                + " The doctor examines swollen knees. The lawyer drafts boring contracts. The pilot lands heavy aircraft.";
        var summary = Summary.of(Talk.sentences(text));
        assertThat(summary).hasSize(5).isSortedAccordingTo((one, other) -> Double.compare(one.start(), other.start()));
    }

    @Test
    void aSentenceIsThereWithSpeakerAndTime() {
        var sentence = new Sentence(1, Talk.words("The doctor examines swollen knees.", 30));
        assertThat(Summary.of(List.of(sentence)))
                .containsExactly(new Quote(1, 30, 31.25, "The doctor examines swollen knees."));
    }

    @Test
    void ofSmallTalkThereIsNone() {
        assertThat(Summary.of(Talk.sentences("Hello. How are you? I am fine, thank you very much. Bye.")))
                .isEmpty();
    }
}
