package io.tapedeck.transcript.caption;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpeakerNamesTest {
    private final Transcript call = Spoken.transcript(10, turn(AGENT, "hello 1.0-2.0"), turn(CALLER, "hi 3.0-4.0"));

    @Test
    void speakersAreCalledByTheirRole() {
        assertThat(names(call.withRoles(Map.of(0, "agent", 1, "customer")), AGENT, CALLER))
                .containsExactly("Agent", "Customer");
    }

    @Test
    void twoOfARoleAreCounted() {
        assertThat(names(call.withRoles(Map.of(0, "agent", 1, "agent")), AGENT, CALLER))
                .containsExactly("Agent", "Agent 2");
    }

    @Test
    void speakersWithoutARoleAreNumbered() {
        assertThat(names(call.withRoles(Map.of(0, "agent")), AGENT, CALLER)).containsExactly("Agent", "Speaker 2");
    }

    @Test
    void speakersKeepTheNameThatTheyCameWith() {
        var susan = Voice.labelled("Susan Miller of Harbour Energy");
        var told = Spoken.transcript(10, turn(susan, "hello 1.0-2.0"), turn(Voice.labelled("Bob"), "hi 3.0-4.0"));
        assertThat(names(told, susan, Voice.labelled("Bob"))).containsExactly("Susan Miller of Harb", "Bob");
    }

    @Test
    void whoIsAloneNeedsNoNumber() {
        assertThat(new SpeakerNames(Spoken.transcript(10, turn(AGENT, "hello 1.0-2.0"))).of(AGENT))
                .isEmpty();
    }

    @Test
    void nobodyKnowsANameOfAnUnknownVoice() {
        assertThat(new SpeakerNames(call).of(Voice.UNKNOWN)).isEmpty();
    }

    private static List<String> names(Transcript transcript, Voice... voices) {
        var names = new SpeakerNames(transcript);
        return Stream.of(voices).map(names::of).map(Optional::orElseThrow).toList();
    }
}
