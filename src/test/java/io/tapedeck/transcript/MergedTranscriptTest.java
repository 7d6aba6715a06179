package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.transcript.MergedTranscript.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MergedTranscriptTest {
    private static final ChannelMap SAME = OptionalInt::of;

    private final Transcript call = Spoken.transcript(10, turn(AGENT, "hello 1.0-2.0"), turn(CALLER, "hi 3.0-4.0"));

    @Test
    void oneAfterTheOtherEachStartsWhereItsAudioDoes() {
        var merged = MergedTranscript.of(List.of(new Part(call, 0, SAME), new Part(call, 12.5, SAME)), 22.5);
        assertThat(merged.text()).isEqualTo("hello\nhi\nhello\nhi");
        assertThat(merged.segments()).extracting(Segment::start).containsExactly(1.0, 3.0, 13.5, 15.5);
        assertThat(merged.speakers()).hasSize(2);
        assertThat(merged.duration()).isEqualTo(22.5);
    }

    @Test
    void sideBySideTheSecondHasTheChannelsBehindThoseOfTheFirst() {
        ChannelMap behind = channel -> OptionalInt.of(2 + channel);
        var merged = MergedTranscript.of(List.of(new Part(call, 0, SAME), new Part(call, 0.5, behind)), 10.5);
        assertThat(merged.segments())
                .extracting(segment -> segment.voice().speaker().orElseThrow())
                .containsExactly("ch_0", "ch_2", "ch_1", "ch_3");
    }

    @Test
    void aChannelThatIsHeardOnSeveralIsNobodysOwn() {
        var mono = Spoken.transcript(10, turn(AGENT, "hello 1.0-2.0"));
        var merged = MergedTranscript.of(
                List.of(new Part(call, 0, SAME), new Part(mono, 10, channel -> OptionalInt.empty())), 20);
        assertThat(merged.segments().getLast().voice()).isEqualTo(Voice.UNKNOWN);
        assertThat(merged.speakers()).hasSize(2);
    }

    @Test
    void speakersToldApartByTheirVoicesAreOthersInTheNextPart() {
        var diarized = Spoken.transcript(
                10, turn(Voice.ofSpeaker(0), "hello 1.0-2.0"), turn(Voice.ofSpeaker(1), "hi 3.0-4.0"));
        var merged = MergedTranscript.of(List.of(new Part(diarized, 0, SAME), new Part(diarized, 10, SAME)), 20);
        assertThat(merged.segments())
                .extracting(segment -> segment.voice().speaker().orElseThrow())
                .containsExactly("spk_0", "spk_1", "spk_2", "spk_3");
    }

    @Test
    void rolesOfChannelsGoAlong() {
        ChannelMap behind = channel -> OptionalInt.of(2 + channel);
        var named = call.withRoles(Map.of(0, "agent"));
        var merged = MergedTranscript.of(List.of(new Part(call, 0, SAME), new Part(named, 0, behind)), 10);
        assertThat(merged.speakers())
                .extracting(Party::role)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("agent"), Optional.empty());
    }

    @Test
    void whatAllHaveInCommonIsSaidOfTheWhole() {
        var other = new Origin("amazon-transcribe", Optional.empty(), Optional.of("en"));
        var second = new Transcript(other, 10, true, WordTimes.ESTIMATED, List.of(), call.segments());
        var merged = MergedTranscript.of(List.of(new Part(call, 0, SAME), new Part(second, 10, SAME)), 20);
        assertThat(merged.origin())
                .isEqualTo(new Origin("whisper+amazon-transcribe", Optional.empty(), Optional.of("en")));
        assertThat(merged.wordTimes()).isEqualTo(WordTimes.ESTIMATED);
        assertThat(merged.redacted()).isFalse();
    }

    @Test
    void nothingIsSaidAfterTheEnd() {
        var merged = MergedTranscript.of(List.of(new Part(call, 0, SAME), new Part(call, 6.9996, SAME)), 10.9);
        assertThat(merged.segments().getLast().end()).isEqualTo(10.9);
    }
}
