package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
    /** Candidates: "refund request" twice, "refund" and "parcel" once; refund is in three of 2, 2 and 1 words. */
    @Test
    void aCandidateIsWorthTheMeanLengthOfThoseThatItsWordsAreIn() {
        var keywords = Keywords.of(Talk.sentences(
                "About the refund request. The parcel is here. This is my refund requests, and the refund."));
        assertThat(keywords).extracting(Keyword::term).containsExactly("refund request", "refund", "parcel");
        assertThat(keywords).extracting(Keyword::count).containsExactly(2, 1, 1);
        var first = (5 / 3.0 + 2) * Math.log(3);
        assertThat(keywords)
                .extracting(Keyword::score)
                .containsExactly(1.0, 5 / 3.0 * Math.log(2) / first, 1 * Math.log(2) / first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My name is susan harbour and that is it.",
                "I am with Susan Harbour, Harbour.",
                "The four one one one is the number 4111, double oh seven.",
                "Mail to susan.harbour@example.com please.",
                "This is mrs harbour.",
                "this is susan speaking",
                "It's well, okay, um, on the first of March at 5.",
            })
    void namesNumbersAndStopWordsAreNone(String text) {
        assertThat(Keywords.of(Talk.sentences(text)))
                .extracting(Keyword::term)
                .noneMatch(term ->
                        term.matches(".*(susan|harbour|\\bone|seven|\\d|march|first|\\bum|okay|four|example).*"));
    }

    @Test
    void whatWasRedactedIsNone() {
        assertThat(Keywords.of(Talk.sentences("My delivery [redacted] code is [card-cvv] for [credit-card] payment.")))
                .extracting(Keyword::term)
                .containsExactlyInAnyOrder("delivery", "code", "payment");
    }

    @Test
    void aNameIsOneWhereverItIsSaid() {
        assertThat(Keywords.of(Talk.sentences("I spoke with Priya before. Priya sent the invoice, said priya.")))
                .extracting(Keyword::term)
                .doesNotContain("priya")
                .anyMatch(term -> term.contains("invoice"));
    }

    @Test
    void whereAllIsInCapitalsNothingIsANameForThat() {
        assertThat(Keywords.of(Talk.sentences("ABOUT THE INVOICE AND THE INVOICE.")))
                .extracting(Keyword::term)
                .containsExactly("invoice");
    }
}
