package io.tapedeck.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Found;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginsTest {
    private final Logins logins = new Logins(new OrdinaryWords());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my password is hunter22                              | password: hunter22
            password b r a v o nine nine                         | password: b r a v o nine nine
            the password is capital g r e e n tree nine and that | password: capital g r e e n tree nine
            Try P@ssw0rd99 as the password.                      | password: p@ssw0rd99
            my username is big red truck                         | username: big red truck
            i log in as blue heron twelve                        | username: blue heron twelve
            the user name should be pat underscore forty one     | username: pat underscore forty one
            """)
    void whatFollowsIsFound(String said, String found) {
        assertThat(Found.in(logins, "B: " + said)).contains(found);
    }

    @Test
    void answersAreFound() {
        assertThat(Found.in(logins, "A: What's the memorable word?", "B: It's Pineapple."))
                .containsExactly("password: pineapple");
        assertThat(Found.in(logins, "A: user id please", "B: m k r nine one"))
                .containsExactly("username: m k r nine one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i forgot my password and my username",
                "i can't remember my password",
                "the password is wrong",
                "please reset the password",
                "the login page does not load",
                "i want to change my password"
            })
    void whatIsSaidOfPasswordsStays(String said) {
        assertThat(Found.in(logins, "B: " + said, "A: okay go to settings")).isEmpty();
    }
}
