package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<SpokenWord> heard = new ArrayList<>();

    @Test
    void gapsOfUpToOneAndAHalfSecondsAreWithinATurn() {
        says(AGENT, "how 0.0-0.5", "are 2.0-2.2", "you 3.701-4.0");
        assertThat(Turns.of(heard)).extracting(Segment::text).containsExactly("how are", "you");
    }

    @Test
    void aTurnNeverMixesVoices() {
        says(AGENT, "may 0.0-0.3", "I 0.3-0.4");
        says(CALLER, "yes 0.4-0.7");
        says(AGENT, "help 0.8-1.2");
        assertThat(Turns.of(heard))
                .extracting(turn -> turn.voice().speaker().orElseThrow() + " " + turn.text())
                .containsExactly("ch_0 may I help", "ch_1 yes");
    }

    @Test
    void turnsAreInTheOrderOfTheirStarts() {
        says(AGENT, "later 5.0-5.5");
        says(CALLER, "first 1.0-1.5");
        assertThat(Turns.of(heard)).extracting(Segment::text).containsExactly("first", "later");
    }

    @Test
    void aWordWithinALongerOneDoesNotEndTheTurn() {
        says(AGENT, "long 0.0-5.0", "in 1.0-1.2", "go 6.0-6.4");
        assertThat(Turns.of(heard)).extracting(Segment::text).containsExactly("long in go");
        assertThat(Turns.of(heard).getFirst().end()).isEqualTo(6.4);
    }

    @Test
    void ofNothingThereAreNoTurns() {
        assertThat(Turns.of(heard)).isEmpty();
    }

    @Test
    void wordsOfScriptsWithoutSpacesHaveNone() {
        says(AGENT, "你 0.0-0.2", "好 0.2-0.4", "。 0.4-0.5", "ok 0.5-0.6", "好 0.6-0.7");
        assertThat(Turns.of(heard)).extracting(Segment::text).containsExactly("你好。 ok 好");
    }

    private void says(Voice voice, String... words) {
        Spoken.words(words).forEach(word -> heard.add(new SpokenWord(voice, word)));
    }
}
