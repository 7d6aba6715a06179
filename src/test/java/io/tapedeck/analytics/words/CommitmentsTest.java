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
                "He is going to send it.",
                "She's going to send it.",
                "The technician is going to call you.",
                "The technician's going to call you.",
                "Our engineers are going to call you.",
                "Two engineers will call you.",
                "They are going to send it.",
                "They're going to send it.",
                "We're going to refund you.",
                "We are also going to refund you.",
                "I'm gonna send it.",
                "Someone'll call you.",
                "No, we are going to refund you.",
                "No, I will send it.",
                "Anna will call you.",
                "Anna'll call you.",
                "Anna is going to call you.",
                "Anna's going to call you.",
                "My colleague Anna Smith will call you tomorrow.",
                "Well, Mr Okafor will get back to you.",
                "This is Petra speaking and petra will send it.",
                "Anna and Tom will call you.",
                "Harbour Energy will refund you.",
                "Anna is going to be calling you.",
                "Let me check and I'll call you back.",
                "Hold on and I'll send it.",
                "Order seven is on its way and I'll send the rest.",
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
                "He is going to rain.",
                "He is not going to send it.",
                "Nobody is going to send it.",
                "No one is going to send it.",
                "No one will send it.",
                "No technician will call you.",
                "None of us are going to send it.",
                "Anna will not call you.",
                "Anna called you.",
                "Will Anna call you?",
                "If Anna will call you, fine.",
                "Neither Anna will call nor Tom.",
                "Waiting will refund you.",
                "Everything will return.",
                "Snow will return, I hate snow.",
                "Is he going to send it?",
            })
    void anythingElseIsNone(String text) {
        assertThat(Commitments.in(Talk.sentences(text), QUESTIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If you pay, I will refund you.",
                "I will refund you if you pay.",
                "I'll call you unless you cancel.",
                "Unless you pay I will cancel it.",
                "Should you need it, I will send it.",
                "I will send it should you need it.",
                "When you pay I will send it.",
                "Whenever you pay, I'll send it.",
                "Once you sign I'll send it.",
                "Once a manager has approved it I'll send it.",
                "I will call you as soon as it arrives.",
                "If you like I will send it.",
                "I will send it if I can.",
                "I'll send it, only if you pay.",
                "I'll call you today if possible.",
                "I will send it provided you pay.",
                "Provided that you pay I will send it.",
                "As long as you pay I will send it.",
                "We're going to refund you so long as you return it.",
                "I'll send a copy in case you lose it.",
                "In the event of a fault we'll replace it.",
                "I'll refund you on condition that you return it.",
                "I will refund you subject to approval.",
                "Pay today, otherwise I will cancel it.",
                "Pay today or else I will cancel it.",
                "He is going to send it if you pay.",
                "Pay and I'll refund you.",
                "Pay today, and Anna will refund you.",
                "Please sign the form and then we will send it.",
                "Return it and she's going to refund you.",
                "Anna will call you if you pay.",
            })
    void whatDependsOnSomethingIsNone(String text) {
        assertThat(Commitments.in(Talk.sentences(text), QUESTIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll call you when I'm back.",
                "I'll call you after lunch.",
                "I'll send it once I am home.",
                "Once again, I will send it.",
                "I'll call you once more.",
                "I'll call you once a week.",
                "I'll send it at once.",
                "I'll send it as soon as possible.",
                "I'll send it as soon as I'm home.",
                "I'll send it to the address you provided.",
                "I'll send you a copy just in case.",
                "I will send it today, and if you need anything else, just ask.",
                "I will refund you even if you cancel.",
                "I'll call you to see if it works.",
                "If it were mine I'd wait, but I will cancel it.",
                "I will call you whether you pay or not.",
            })
    void whatIsCertainIsACommitment(String text) {
        assertThat(Commitments.in(Talk.sentences(text), QUESTIONS)).hasSize(1);
    }

    @Test
    void itIsThereWithSpeakerAndTime() {
        assertThat(Commitments.in(Talk.sentences("Well. I'll send it."), QUESTIONS))
                .containsExactly(new Quote(0, 0.25, 1, "I'll send it."));
    }
}
