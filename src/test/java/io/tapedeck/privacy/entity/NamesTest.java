package io.tapedeck.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Found;
import io.tapedeck.privacy.lexicon.FirstNames;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final OrdinaryWords COMMON = new OrdinaryWords();
    private final Names names = new Names(COMMON, new FirstNames(COMMON));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my name is tom reed and i need help       | name: tom reed
            Hi, this is Jennifer Walsh.               | name: jennifer walsh
            this is monica calling                    | name: monica
            last name is okonkwo                      | name: okonkwo
            Could I speak with Olivia Hartwell?       | name: olivia hartwell
            Is this Mrs. Abernathy?                   | name: abernathy
            i spoke to danielle yesterday             | name: danielle
            it is in Kevin's office                   | name: kevins
            the account is under marcus t hale        | name: marcus t hale
            """)
    void namesAreFoundByWhatLeadsToThemOrByTheList(String said, String found) {
        assertThat(Found.in(names, "B: " + said)).contains(found);
    }

    @Test
    void theAnswerToAQuestionForANameIsOne() {
        assertThat(Found.in(names, "A: who am i speaking with", "B: darnell hale"))
                .contains("name: darnell hale");
        assertThat(Found.in(names, "A: And your full name, please?", "B: It's Grant Reed."))
                .contains("name: grant reed");
    }

    @Test
    void spelledNamesAreFound() {
        assertThat(Found.in(names, "A: how do you spell your last name", "B: s z c z e p a n s k i"))
                .contains("name: s z c z e p a n s k i");
        assertThat(Found.in(names, "B: last name is okonkwo that's o k o n k w o"))
                .contains("name: o k o n k w o");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mark my words this bill will grant nobody any hope",
                "This is ridiculous.",
                "I'm really frustrated with this.",
                "May is fine, or late June.",
                "what is the name of the product",
                "i am calling about my bill",
                "is this a good time",
                "Hi there, yes, Monday works.",
                "can i speak to a manager please",
                "I rented a Ford from Enterprise in Dallas"
            })
    void ordinaryWordsStay(String said) {
        assertThat(Found.in(names, "B: " + said)).isEmpty();
    }
}
