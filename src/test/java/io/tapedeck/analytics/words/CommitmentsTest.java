package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentsTest {
    private static final Questions QUESTIONS = new Questions(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll send you the form.",
                "You will receive an email tomorrow.",
                "We'll call back on Monday.",
                "We\u2019ll also get back to you.",
                "I'm going to book a technician for you.",
                "Okay, an engineer will then contact you.",
                "You'll be contacted by the bank.",
                "I will personally look into it.",
                "We are going to refund you.",
                "We'll be sending it out today.",
            })
    void whatSomebodySaysWillBeDoneIsACommitment(String text) {
        assertThat(Commitments.in(Talk.sentences(text), QUESTIONS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Will you send it?",
                "I'll receive it, right?",
                "I won't send it.",
                "I will not send it.",
                "I'll be honest with you.",
                "I sent you the form.",
                "If you'll send it, fine.",
                "I'll just look.",
                "It will rain.",
            })
    void anythingElseIsNone(String text) {
        assertThat(Commitments.in(Talk.sentences(text), QUESTIONS)).isEmpty();
    }

    @Test
    void itIsThereWithSpeakerAndTime() {
        assertThat(Commitments.in(Talk.sentences("Well. I'll send it."), QUESTIONS))
                .containsExactly(new Quote(0, 0.25, 1, "I'll send it."));
    }
}
