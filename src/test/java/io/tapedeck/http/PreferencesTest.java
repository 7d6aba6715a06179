package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    wait=10                                | 10
                    wait=0                                 | 0
                    wait=25                                | 25
                    wait=26                                | 25
                    wait=007                               | 7
                    wait=99999999999999999999999999        | 25
                    Wait=10                                | 10
                    WAIT = 10                              | 10
                    wait="10"                              | 10
                    wait=10; foo; bar="x,y"                | 10
                    respond-async, wait=10                 | 10
                    wait=10, respond-async                 | 10
                    respond-async,,, wait=10               | 10
                    foo; wait=5, wait=10                   | 10
                    foo="wait=5, wait=6", wait=10          | 10
                    foo="\\", wait=5", wait=10             | 10
                    waiting=5, wait=10                     | 10
                    wait=10, wait=20                       | 10
                    handling=lenient, wait=10, return=minimal | 10
                    """)
    void waitingIsFoundAmongAllThatIsPreferred(String header, long seconds) {
        assertThat(Preferences.patience(Requests.of("POST", "prefer", header))).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "wait",
                "wait=",
                "wait=\"\"",
                "wait=-1",
                "wait=+1",
                "wait=1.5",
                "wait=10s",
                "wait=10 20",
                "wait=\"10",
                "wait='10'",
                "wait:10",
                "await=10",
                "respond-async",
                "foo; wait=10",
                "foo=\"wait=10\"",
                "wait=soon, wait=10"
            })
    void whatIsNotSaidWellIsNotSaid(String header) {
        assertThat(Preferences.patience(Requests.of("POST", "prefer", header))).isEmpty();
    }

    @Test
    void whoPrefersNothingDoesNotWait() {
        assertThat(Preferences.patience(Requests.of("POST"))).isEmpty();
    }
}
