package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Voice FIRST = Voice.ofSpeaker(0);

    @Test
    void everybodyWhoSpeaksIsASpeaker() {
        var transcript = Spoken.transcript(10, turn(CALLER, "hello 1.0-2.0"), turn(AGENT, "hi 2.0-3.0"));
        assertThat(transcript.speakers())
                .containsExactly(
                        new Party("ch_0", Optional.empty(), OptionalInt.of(0)),
                        new Party("ch_1", Optional.empty(), OptionalInt.of(1)));
    }

    @Test
    void rolesAreMatchedByChannel() {
        var transcript = Spoken.transcript(10, turn(CALLER, "hello 1.0-2.0"), turn(AGENT, "hi 2.0-3.0"))
                .withRoles(Map.of(0, "agent", 1, "customer", 2, "other"));
        assertThat(transcript.speakers())
                .extracting(Party::role)
                .containsExactly(Optional.of("agent"), Optional.of("customer"));
    }

    @Test
    void rolesOfSpeakersWithoutAChannelAreNotGuessed() {
        var transcript =
                Spoken.transcript(10, turn(FIRST, "hello 1.0-2.0")).withRoles(Map.of(0, "agent", 1, "customer"));
        assertThat(transcript.speakers()).extracting(Party::role).containsExactly(Optional.empty());
    }

    @Test
    void whatSomebodySaidOfSpeakersWithoutAChannelStays() {
        var known = List.of(new Party("spk_0", Optional.of("agent"), OptionalInt.empty()));
        var transcript = new Transcript(
                        Spoken.ORIGIN, 10, false, WordTimes.HEARD, known, List.of(turn(FIRST, "hello 1.0-2.0")))
                .withRoles(Map.of(0, "customer"));
        assertThat(transcript.speakers()).isEqualTo(known);
    }

    @Test
    void speakersAreDiarizedWhereTheyShareAChannel() {
        assertThat(Spoken.transcript(10, turn(AGENT, "hi 2.0-3.0")).isDiarized())
                .isFalse();
        assertThat(Spoken.transcript(10, turn(Voice.UNKNOWN, "hi 2.0-3.0")).isDiarized())
                .isFalse();
        assertThat(Spoken.transcript(10, turn(FIRST, "hi 2.0-3.0")).isDiarized())
                .isTrue();
    }

    @Test
    void confidenceIsThatOfTheWordsThatHaveOne() {
        var words = List.of(
                new Word("a", 0, 1, OptionalDouble.of(0.5)),
                new Word("b", 1, 2, OptionalDouble.of(1)),
                new Word("c", 2, 3, OptionalDouble.empty()));
        var transcript = Spoken.transcript(10, new Segment(AGENT, words));
        assertThat(transcript.confidence().orElseThrow()).isCloseTo(0.75, within(1e-9));
        assertThat(Spoken.transcript(10).confidence()).isEmpty();
    }

    @Test
    void textIsALineForEachTurn() {
        assertThat(Spoken.transcript(10, turn(AGENT, "hi 2.0-3.0", "there 3.0-4.0"), turn(CALLER, "hello 1.0-2.0"))
                        .text())
                .isEqualTo("hello\nhi there");
    }

    @Test
    void nobodySpeaksAfterTheEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spoken.transcript(2, turn(AGENT, "hi 2.0-3.0")));
    }
}
