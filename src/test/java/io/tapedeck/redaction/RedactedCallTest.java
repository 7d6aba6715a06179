package io.tapedeck.redaction;

import static io.tapedeck.redaction.Calls.DELETION;
import static io.tapedeck.redaction.Calls.SILENCE;
import static io.tapedeck.redaction.Calls.SPEAKER;
import static io.tapedeck.redaction.Calls.texts;
import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Range;
import io.tapedeck.privacy.Corpus;
import io.tapedeck.privacy.Example;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcript.format.Transcripts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the words of calls to what is left of them. */
class RedactedCallTest {

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
    @CsvSource(delimiter = '|', textBlock = """
            my phone number is four one five [noise] five five five [noise] two six seven one | 415 <unk> 5552671
            my card number is ４１１１１１１１１１１１１１１１   | card=4111x1111x1111x1111
            my ssn is 123\u200B45\u200B6789               | १२३ ४५ ६७८९
            my name is Zebulon Mu\u0308ller              | the M\u00FCller's
            my name is Zebulon Okonkwo                   | the Okonkwos
            email is j o h n dot s m i t h at a c m e dot c o m | john.smith@acme.com
            """)
    void howeverItIsWrittenTheFirstTimeAndTheSecondNothingIsLeft(String first, String second) {
        var call = Spoken.transcript(60, said(CALLER, 1, first), said(AGENT, 30, "so " + second + " thanks"));
        var redaction = Calls.redaction(call, SILENCE);
        var left = Calls.redacted(redaction);

        assertThat(Calls.SEARCH.values(call, redaction.spans()).inDocument(TranscriptForm.JSON.write(call)))
                .contains("/segments/0/text", "/segments/1/text");
        assertThat(redaction.values().inDocument(TranscriptForm.JSON.write(left)))
                .isEmpty();
        assertThat(texts(left).getLast()).matches("so (card=|the )?(\\[[a-z-]+\\] ?)+( <unk> \\[phone\\] )?thanks");
    }

    @Test
    void aNumberThatStandsAloneOnceItsNeighbourIsGoneGoesToo() {
        var call = Spoken.transcript(
                60,
                said(CALLER, 1, "my pin is 4471"),
                said(AGENT, 10, "so"),
                new Segment(AGENT, Spoken.evenly("4471 98 then", 20, 1)));
        var asked = List.of(new Range(21.1, 21.9));
        var found = List.of(Calls.span(call, Entity.PIN, 0, 3, 4));
        var redaction = RedactedCall.of(call, found, Calls.SEARCH, new Sound(60, 2), SILENCE, List.of(), asked);
        assertThat(texts(Calls.redacted(redaction))).containsExactly("my pin is [pin]", "so", "[pin] [redacted] then");
    }

    @ParameterizedTest
    @MethodSource("cuttings")
    void nothingThatWasFoundIsLeftInAnyDocument(Cutting cutting) {
        for (var example : Corpus.known()) {
            var redaction = Calls.redaction(example.transcript(), cutting);
            var redacted = Calls.redacted(redaction);
            var values = redaction.values();
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
            var redaction = Calls.redaction(example.transcript(), cutting);
            var found = redaction.spans();
            var redacted = Calls.redacted(redaction);
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
    void nothingIsLeftWhereManyCallsAreOne() {
        var words = new ArrayList<SpokenWord>();
        for (var example : Corpus.known()) {
            for (var turn : example.transcript().segments()) {
                for (var word : turn.words()) {
                    var start = words.size() * 0.32;
                    words.add(new SpokenWord(turn.voice(), word.at(start, start + 0.3)));
                }
            }
        }
        var call = Transcript.of(Spoken.ORIGIN, words.size(), WordTimes.HEARD, words);
        var redaction = Calls.redaction(call, SPEAKER);
        assertThat(redaction.values().inDocument(TranscriptForm.JSON.write(Calls.redacted(redaction))))
                .isEmpty();
    }

    @Test
    void nothingOutsideOfTheMasksChanges() {
        for (var example : Corpus.known()) {
            var transcript = example.transcript();
            var redaction = Calls.redaction(transcript, SILENCE);
            var plan = redaction.plan();
            var kept = Calls.redacted(redaction);
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
        var transcript = Spoken.transcript(
                30,
                said(AGENT, 1, "hello there"),
                said(CALLER, 3, "my name is [name] and my phone is [phone]"),
                said(AGENT, 8, "password"),
                said(CALLER, 10, "[password] and [redacted] my pin is four four seven one"));
        assertThat(Calls.redaction(transcript, SILENCE).spans())
                .extracting(Span::entity)
                .containsExactly(Entity.PIN);
        assertThat(texts(Calls.redacted(transcript, SILENCE)))
                .containsExactly(
                        "hello there",
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

    private static Segment said(Voice voice, double start, String text) {
        return new Segment(voice, Spoken.evenly(text, start, 0.3));
    }

    static List<Cutting> cuttings() {
        return List.of(SILENCE, SPEAKER, DELETION);
    }

    private static List<String> redacted(String... turns) {
        return texts(Calls.redacted(Example.of("call", List.of(turns)).transcript(), SILENCE));
    }
}
