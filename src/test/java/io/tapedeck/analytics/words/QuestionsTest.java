package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    private final Questions marked = new Questions(true);
    private final Questions unmarked = new Questions(false);

    @ParameterizedTest
    @ValueSource(strings = {"You are sure?", "Really?\"", "(Is it?)", "本当？"})
    void whereThereAreMarksAQuestionHasOne(String text) {
        assertThat(Talk.sentences(text))
                .singleElement()
                .satisfies(sentence -> assertThat(marked.isQuestion(sentence)).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Really?! | 1",
                "Really!? | 1",
                "What?? | 1",
                "Is it?... Yes. | 1",
                "Is it?\u2026 Yes. | 1",
                "Sure?yes. | 1",
                "Sure?yes, I am. | 1",
                "\"Is it?\", he asked. | 1",
                "\u201eWirklich?\u201c Ja. | 1",
                "\u00bfD\u00f3nde est\u00e1? Aqu\u00ed. | 1",
                "\u00a1\u00bfQu\u00e9?! | 1",
                "\u0647\u0644 \u0647\u0630\u0627\u061f | 1",
                "\u672c\u5f53\uff1f\uff01 | 1",
                "Yes or no/maybe? | 1",
                "Really? Is it? | 2",
                "It is on example.com/?a=1 today. | 0",
                "Wait... what a day! | 0",
                "Yes; no. | 0",
            })
    void aQuestionMarkIsOneWhateverStandsBehindIt(String text, int questions) {
        assertThat(Talk.sentences(text)).filteredOn(marked::isQuestion).hasSize(questions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Can you hear me.", "what time is it!", "Isn't it."})
    void whereThereAreMarksTheOrderOfWordsSaysNothing(String text) {
        assertThat(Talk.sentences(text)).extracting(marked::isQuestion).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can you hear me",
                "okay so could I have your name please",
                "what time does it open",
                "how much money is left",
                "where's my order",
                "why didn't you call",
                "who is speaking",
                "which account would you like to use",
                "do you have an account with us",
                "it is on its way isn't it",
                "what about tomorrow",
                "have you tried turning it off",
            })
    void withoutMarksTheOrderOfWordsTells(String text) {
        assertThat(unmarked.isQuestion(Talk.unmarked(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can hear you",
                "have a nice day",
                "do it now",
                "what I can do is call you back",
                "when you get there you can call",
                "which is why I called",
                "and so do I",
                "you can do that",
                "what a day",
                "yes",
                "um",
            })
    void withoutMarksAStatementIsNone(String text) {
        assertThat(unmarked.isQuestion(Talk.unmarked(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr. Smith called at 5 p.m. yesterday.", "J. Smith is here."})
    void abbreviationsEndNoSentence(String text) {
        assertThat(Talk.sentences(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.59, 0.61})
    void withoutMarksAPauseOfSixTenthsEndsASentence(double pause) {
        var words = Talk.words(List.of("can you", "hear me"), 0, 0.5 + pause);
        assertThat(new Sentences(false).of(List.of(new Stretch(0, words)))).hasSize(pause < 0.6 ? 1 : 2);
    }
}
