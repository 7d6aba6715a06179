package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.transcript;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DerivedTranscriptTest {
    private static final Transcript CALL =
            transcript(10, turn(AGENT, "hello 1-2", "there 2-3"), turn(CALLER, "hi 5-6"), turn(AGENT, "bye 9-9.995"));
    private static final Compression SMALLER =
            new Compression(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void anotherFormHasTheSameWordsAtTheSameTimes() {
        assertThat(derived(SMALLER, audio(2, 10), AudioResult.PLAIN)).isEqualTo(CALL);
    }

    @Test
    void whatIsRedactedStaysSo() {
        var redacted = new Transcript(CALL.origin(), 10, true, CALL.wordTimes(), List.of(), CALL.segments());
        var input = new DerivedTranscript.Input(audio(2, 10), redacted);
        List.of(
                        SMALLER,
                        new Trim(Optional.of(1.5), Optional.of(9.0), List.of()),
                        new Enhancement(Optional.empty(), Optional.empty(), Optional.empty()))
                .forEach(task -> assertThat(DerivedTranscript.of(task, List.of(input), audio(1, 7.5), AudioResult.PLAIN)
                                .redacted())
                        .isTrue());
    }

    @Test
    void audioThatEndsAMillisecondEarlierEndsItsLastWordToo() {
        var shorter = derived(SMALLER, audio(2, 9.99), AudioResult.PLAIN);

        assertThat(shorter.duration()).isEqualTo(9.99);
        assertThat(shorter.segments().getLast().end()).isEqualTo(9.99);
        assertThat(shorter.wordCount()).isEqualTo(CALL.wordCount());
    }

    @Test
    void wordsThatAreCutThroughGoWithThoseThatAreCutAway() {
        var trim = new Trim(Optional.empty(), Optional.empty(), List.of(new Range(1.5, 5)));

        var cut = derived(trim, audio(2, 6.5), AudioResult.removing(List.of(new Range(1.5, 5))));

        assertThat(cut.segments()).extracting(Segment::text).containsExactly("hi", "bye");
        assertThat(cut.segments().getFirst().start()).isEqualTo(1.5);
    }

    @Test
    void whereSilenceIsRemovedWordsMoveCloser() {
        var enhancement = new Enhancement(Optional.empty(), Optional.empty(), Optional.empty());

        var closer = derived(enhancement, audio(2, 8), AudioResult.removing(List.of(new Range(6.5, 8.5))));

        assertThat(closer.segments().getLast().start()).isEqualTo(7);
        assertThat(closer.wordCount()).isEqualTo(CALL.wordCount());
    }

    @Test
    void mixedToOneChannelSpeakersKeepTheirNamesAndRoles() {
        var named = CALL.withRoles(Map.of(0, "agent"));

        var mixed = DerivedTranscript.of(
                SMALLER, List.of(new DerivedTranscript.Input(audio(2, 10), named)), audio(1, 10), AudioResult.PLAIN);

        assertThat(mixed.speakers())
                .containsExactly(
                        new Party("ch_0", Optional.of("agent"), OptionalInt.empty()),
                        new Party("ch_1", Optional.empty(), OptionalInt.empty()));
        assertThat(mixed.segments())
                .extracting(segment -> segment.voice().channel())
                .containsOnly(OptionalInt.empty());
    }

    @Test
    void whoIsAloneOnOneChannelStaysAlone() {
        var told = transcript(10, turn(AGENT, "hello 1-2"));

        var smaller = DerivedTranscript.of(
                SMALLER, List.of(new DerivedTranscript.Input(audio(1, 10), told)), audio(1, 10), AudioResult.PLAIN);

        assertThat(smaller).isEqualTo(told);
    }

    @Test
    void aMergeHasWhatIsSaidInAllOfItsParts() {
        var merge = new Merge(List.of(), Merge.Mode.CONCATENATE, 2, 0, List.of(), Optional.empty());
        var part = new DerivedTranscript.Input(audio(2, 10), CALL);

        var both = DerivedTranscript.of(merge, List.of(part, part), audio(2, 22), AudioResult.PLAIN);

        assertThat(both.wordCount()).isEqualTo(2 * CALL.wordCount());
        assertThat(both.segments().getLast().start()).isEqualTo(21);
    }

    private static Transcript derived(AudioTask task, AudioMeasures made, AudioResult result) {
        return DerivedTranscript.of(task, List.of(new DerivedTranscript.Input(audio(2, 10), CALL)), made, result);
    }

    private static AudioMeasures audio(int channels, double duration) {
        return new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                128,
                channels,
                duration,
                Quality.LOSSLESS,
                new Loudness(-23, 5, Optional.of(-1.0)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
