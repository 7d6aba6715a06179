package io.tapedeck.redaction;

import static io.tapedeck.redaction.Calls.DELETION;
import static io.tapedeck.redaction.Calls.SEARCH;
import static io.tapedeck.redaction.Calls.SILENCE;
import static io.tapedeck.redaction.Calls.SPEAKER;
import static io.tapedeck.redaction.Calls.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Corpus;
import io.tapedeck.privacy.Example;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcript.format.Transcripts;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the words of calls to what is left of them. */
class RedactionTest {

    @Test
    void aCardIsTakenOutOfTheAnswerAndOfTheReadBackInBothDirections() {
        assertThat(redacted(
                        "A: what is the card number",
                        "B: it's four one one one one one one one one one one one one one one one",
                        "A: four one one one one one one one one one one one one one one one thank you"))
                .containsExactly("what is the card number", "it's [credit-card]", "[credit-card] thank you");
        assertThat(redacted(
                        "B: is the card on file 4111 1111 1111 1111",
                        "A: let me read that forty-one eleven eleven eleven eleven eleven eleven eleven"))
                .containsExactly("is the card on file [credit-card]", "let me read that [credit-card]");
    }

    @Test
    void aNumberThatGoesOnInTheNextTurnGoesFromBoth() {
        assertThat(redacted(
                        "A: your card number please",
                        "B: four one one one one one one one",
                        "A: yep",
                        "B: one one one one one one one one thanks"))
                .containsExactly("your card number please", "[credit-card]", "yep", "[credit-card] thanks");
    }

    @Test
    void whatTheFinderMissesTheSecondTimeGoesAllTheSame() {
        assertThat(redacted("B: my pin is four four seven one", "A: great weather today isn't it", "A: so 4471 it is"))
                .last()
                .isEqualTo("so [pin] it is");
    }

    @ParameterizedTest
    @MethodSource("cuttings")
    void nothingThatWasFoundIsLeftInAnyDocument(Cutting cutting) {
        for (var example : Corpus.known()) {
            var transcript = example.transcript();
            var found = Calls.found(transcript);
            var redacted = Calls.redacted(transcript, found, cutting);
            var values = SEARCH.values(transcript, found);
            assertThat(values.inDocument(TranscriptForm.JSON.write(redacted)))
                    .as(example.id())
                    .isEmpty();
            for (var form : List.of(TranscriptForm.VTT, TranscriptForm.SRT, TranscriptForm.TXT)) {
                var text = new String(form.write(redacted), StandardCharsets.UTF_8);
                assertThat(values.inCaptions(text, redacted)).as(example.id()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cuttings")
    void everySpanIsOneWordAndTextsFollowTheirWords(Cutting cutting) {
        for (var example : Corpus.known()) {
            var found = Calls.found(example.transcript());
            var redacted = Calls.redacted(example.transcript(), found, cutting);
            assertThat(redacted.segments()).hasSameSizeAs(example.transcript().segments());
            for (int i = 0; i < redacted.segments().size(); i++) {
                var index = i;
                var segment = redacted.segments().get(i);
                var expected = found.stream()
                        .filter(span -> span.segment() == index)
                        .map(span -> Placeholder.of(span.entity()))
                        .toList();
                assertThat(segment.words())
                        .extracting(Word::text)
                        .filteredOn(text -> Placeholder.is(text) && !text.equals(Placeholder.REDACTED))
                        .as(example.id())
                        .isEqualTo(expected);
                assertThat(segment.text()).isEqualTo(Spacing.join(segment.words()));
                assertThat(segment.words())
                        .filteredOn(word -> Placeholder.is(word.text()))
                        .allSatisfy(word -> assertThat(word.confidence()).isEmpty());
            }
        }
    }

    @Test
    void nothingOutsideOfTheMasksChanges() {
        for (var example : Corpus.known()) {
            var transcript = example.transcript();
            var found = Calls.found(transcript);
            var plan = Calls.plan(transcript, found, SILENCE);
            var kept = RedactedTranscript.of(transcript, found, plan, transcript.duration());
            for (int i = 0; i < transcript.segments().size(); i++) {
                var after = kept.segments().get(i);
                assertThat(after.voice()).isEqualTo(transcript.segments().get(i).voice());
                assertThat(after.words())
                        .as(example.id())
                        .containsAll(transcript.segments().get(i).words().stream()
                                .filter(word -> plan.masking().masks().stream()
                                        .noneMatch(mask -> mask.range().start() < word.end()
                                                && word.start() < mask.range().end()))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cuttings")
    void nothingIsFoundInWhatIsRedacted(Cutting cutting) {
        for (var example : Corpus.known()) {
            var redacted = Calls.redacted(example.transcript(), cutting);
            assertThat(Calls.DATA.find(redacted, EnumSet.allOf(Entity.class)))
                    .as("%s: %s", example.id(), redacted.text())
                    .isEmpty();
        }
    }

    @Test
    void placeholdersAreNothingPersonalAndStay() {
        var transcript = Example.of(
                        "again",
                        List.of(
                                "A: your name please",
                                "B: my name is [name] and my phone is [phone]",
                                "A: password",
                                "B: [password] and [redacted] my pin is four four seven one"))
                .transcript();
        assertThat(Calls.found(transcript)).extracting(Span::entity).containsExactly(Entity.PIN);
        assertThat(texts(Calls.redacted(transcript, SILENCE)))
                .containsExactly(
                        "your name please",
                        "my name is [name] and my phone is [phone]",
                        "password",
                        "[password] and [redacted] my pin is [pin]");
    }

    @Test
    void whatIsStoredIsReadAsRedacted() {
        var redacted = Calls.redacted(Corpus.known().getFirst().transcript(), SILENCE);
        assertThat(Transcripts.stored(TranscriptForm.JSON.write(redacted), redacted.duration()))
                .isEqualTo(redacted);
    }

    static List<Cutting> cuttings() {
        return List.of(SILENCE, SPEAKER, DELETION);
    }

    private static List<String> redacted(String... turns) {
        return texts(Calls.redacted(Example.of("call", List.of(turns)).transcript(), SILENCE));
    }
}
