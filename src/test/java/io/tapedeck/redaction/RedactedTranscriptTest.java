package io.tapedeck.redaction;

import static io.tapedeck.redaction.Calls.DELETION;
import static io.tapedeck.redaction.Calls.SILENCE;
import static io.tapedeck.redaction.Calls.SPEAKER;
import static io.tapedeck.redaction.Calls.STEREO;
import static io.tapedeck.redaction.Calls.redacted;
import static io.tapedeck.redaction.Calls.span;
import static io.tapedeck.redaction.Calls.texts;
import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import io.tapedeck.transcript.format.TranscriptForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RedactedTranscriptTest {
    private final Transcript call = Spoken.transcript(
            20,
            turn(AGENT, "card 1.0-1.5", "please 1.5-2.0"),
            turn(CALLER, "it's 2.7-2.95", "four 3.0-3.4", "one 3.4-3.7", "thanks 3.8-4.2"),
            turn(AGENT, "right 3.1-3.3", "next 3.6-4.3"),
            turn(AGENT, "bye 9.0-9.5"));
    private final List<Span> card = List.of(span(call, Entity.CREDIT_CARD, 1, 1, 3));

    @Test
    void aSpanIsOneWordThatSaysWhatItWas() {
        var said = redacted(call, card, SILENCE).segments().get(1);
        assertThat(said.text()).isEqualTo("it's [credit-card] thanks");
        assertThat(said.words().get(1)).isEqualTo(new Word("[credit-card]", 3, 3.7, OptionalDouble.empty()));
        assertThat(said.voice()).isEqualTo(CALLER);
        assertThat(said.words().getFirst())
                .isEqualTo(call.segments().get(1).words().getFirst());
    }

    @Test
    void whatTheOtherSideSaysMeanwhileGoesWithItAndWhatPaddingTouchesStays() {
        assertThat(texts(redacted(call, card, SILENCE)))
                .containsExactly("card please", "it's [credit-card] thanks", "[redacted]", "bye");
        var padded = Spoken.transcript(
                20, turn(CALLER, "four 3.0-3.4", "one 3.4-3.7"), turn(AGENT, "hm 3.75-3.85", "next 3.85-4.3"));
        assertThat(texts(redacted(padded, List.of(span(padded, Entity.PIN, 0, 0, 2)), SILENCE)))
                .containsExactly("[pin]", "[redacted] next");
    }

    @Test
    void theOtherSideStaysWhereOnlyTheSpeakersChannelIsCut() {
        assertThat(texts(redacted(call, card, SPEAKER)))
                .containsExactly("card please", "it's [credit-card] thanks", "right next", "bye");
    }

    @Test
    void whoeverHasNoChannelIsTakenToBeOnTheOneThatIsCut() {
        var mixed = Spoken.transcript(
                20, turn(CALLER, "four 3.0-3.4", "one 3.4-3.7"), turn(Voice.ofSpeaker(2), "right 3.1-3.3"));
        assertThat(texts(redacted(mixed, List.of(span(mixed, Entity.PIN, 0, 0, 2)), SPEAKER)))
                .containsExactly("[pin]", "[redacted]");
    }

    @Test
    void wordsInWhatWasAskedForGoTogether() {
        var plan = RedactionPlan.of(
                STEREO, SILENCE, call, List.of(), List.of(new Range(1.2, 1.7)), List.of(new Range(8.9, 10)));
        assertThat(texts(RedactedTranscript.of(call, List.of(), plan, 20)))
                .containsExactly("[redacted]", "it's four one thanks", "right next", "[redacted]");
    }

    @Test
    void aSegmentThatIsCutAsAWholeKeepsNoWord() {
        var guessed = new Transcript(Spoken.ORIGIN, 20, false, WordTimes.ESTIMATED, List.of(), call.segments());
        assertThat(texts(redacted(guessed, card, SILENCE)))
                .containsExactly("card please", "[redacted] [credit-card] [redacted]", "[redacted]", "bye");
    }

    @Test
    void itSaysThatItIsRedactedAndKeepsAllElse() {
        var named = call.withRoles(java.util.Map.of(0, "agent"));
        var redacted = redacted(named, card, SILENCE);
        assertThat(redacted.redacted()).isTrue();
        assertThat(redacted.speakers()).isEqualTo(named.speakers());
        assertThat(redacted.origin()).isEqualTo(named.origin());
        assertThat(redacted.duration()).isEqualTo(20);
        assertThat(redacted(call, List.of(), SILENCE).redacted()).isTrue();
    }

    @Test
    void whereTimeIsCutAwayTheWordStaysAsAnInstantAtTheJoin() {
        var redacted = redacted(call, card, DELETION);
        assertThat(redacted.duration()).isCloseTo(18.9, within(1e-9));
        assertThat(texts(redacted)).containsExactly("card please", "it's [credit-card] thanks", "[redacted]", "bye");
        var said = redacted.segments().get(1).words();
        assertThat(said).extracting(Word::start).containsExactly(2.7, 2.8, 2.8);
        assertThat(said).extracting(Word::end).containsExactly(2.8, 2.8, 3.1);
        assertThat(redacted.segments().getLast().start()).isCloseTo(7.9, within(1e-9));
    }

    @Test
    void whatIsLeftEndsWithItsAudio() {
        var plan = Calls.plan(call, card, DELETION);
        assertThat(RedactedTranscript.of(call, card, plan, 8)
                        .segments()
                        .getLast()
                        .end())
                .isEqualTo(8);
    }

    @Test
    void captionsAndTextSayWhatTheTranscriptSays() {
        for (var style : Masking.Style.values()) {
            var redacted = redacted(call, card, new Cutting(style, 0.2, Redaction.Channels.ALL));
            for (var form : TranscriptForm.values()) {
                assertThat(new String(form.write(redacted), StandardCharsets.UTF_8))
                        .contains("[credit-card]")
                        .doesNotContain("four")
                        .doesNotContain("right");
            }
        }
    }

    @Test
    void whatWasTakenOutBeforeStays() {
        var before = Spoken.transcript(
                20, turn(CALLER, "my 1.0-1.2", "[phone] 1.2-2.0", "pin 2.0-2.4", "four 2.5-2.8", "one 2.8-3.0"));
        var spans = List.of(span(before, Entity.PIN, 0, 3, 5));
        var plan = RedactionPlan.of(STEREO, SILENCE, before, spans, List.of(), List.of(new Range(1.1, 1.5)));
        assertThat(texts(RedactedTranscript.of(before, spans, plan, 20)))
                .containsExactly("[redacted] [phone] pin [pin]");
    }
}
