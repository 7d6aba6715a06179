package io.tapedeck.redaction.search;

import static io.tapedeck.redaction.Calls.SEARCH;
import static io.tapedeck.redaction.Calls.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Example;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.format.TranscriptForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundValuesTest {
    private final Transcript call = Example.of(
                    "call",
                    List.of(
                            "A: card please",
                            "B: it's 4111 1111 1111 1111 for John Okonkwo",
                            "A: code",
                            "B: one two three",
                            "A: thanks"))
            .transcript();
    private final FoundValues values = SEARCH.values(
            call,
            List.of(
                    span(call, Entity.CREDIT_CARD, 1, 1, 5),
                    span(call, Entity.NAME, 1, 6, 8),
                    span(call, Entity.CARD_CVV, 3, 0, 3)));

    @Test
    void aTranscriptThatStillHasThemIsToldByItsPlaces() {
        assertThat(values.inDocument(TranscriptForm.JSON.write(call)))
                .containsExactly("/text", "/segments/1/text", "/segments/3/text");
    }

    @Test
    void captionsAndTextThatStillHaveThemAreToldByTheirLines() {
        for (var form : List.of(TranscriptForm.VTT, TranscriptForm.SRT, TranscriptForm.TXT)) {
            var captions = new String(form.write(call), StandardCharsets.UTF_8);
            var lines = captions.lines().toList();
            assertThat(values.inCaptions(captions, call))
                    .as(form.toString())
                    .isNotEmpty()
                    .allSatisfy(
                            line -> assertThat(lines.get(line - 1)).containsAnyOf("4111", "1111", "John", "Okonkwo"));
        }
    }

    @Test
    void aNumberThatCaptionsPartIsFound() {
        var captions = """
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                <v Agent>it's 4111 1111

                00:00:01.500 --> 00:00:02.500
                <v Caller>okay

                00:00:02.000 --> 00:00:03.000
                <v Agent>1111 1111
                """;
        assertThat(values.inCaptions(captions, call)).containsExactly(4);
    }

    @Test
    void timesAndNumbersOfCaptionsAreNotSaid() {
        var captions = """
                123
                00:41:11,111 --> 11:11:11,111
                Agent: hello

                1111
                00:41:11,111 --> 11:11:11,111
                there
                """;
        assertThat(values.inCaptions(captions, call)).isEmpty();
    }

    @Test
    void whoSpeaksIsNotSaid() {
        var named = Spoken.transcript(10, Spoken.turn(Voice.labelled("John Okonkwo"), "hello 1.0-2.0"));
        assertThat(values.inDocument(TranscriptForm.JSON.write(named))).isEmpty();
        for (var form : List.of(TranscriptForm.VTT, TranscriptForm.SRT, TranscriptForm.TXT)) {
            assertThat(values.inCaptions(new String(form.write(named), StandardCharsets.UTF_8), named))
                    .as(form.toString())
                    .isEmpty();
        }
    }

    @Test
    void figuresOfACallAreSearchedInWhatTheyQuote() {
        assertThat(inDocument("""
                        {"summary": "He paid with four one one one, um, one one one one 1111 1111.", "actionItems": ["Call Okonkwo"],
                         "keywords": [{"term": "okonkwo", "count": 123}], "commitments": [{"speaker": "John Okonkwo", "text": "fine"}],
                         "categories": [{"name": "Okonkwo", "matches": [{"phrase": "okonkwo", "text": "the code 123"}]}]}"""))
                .containsExactly("/summary", "/actionItems/0", "/keywords/0/term", "/categories/0/matches/0/text");
    }

    @Test
    void numbersAreTimesAndCounts() {
        assertThat(inDocument("""
                        {"start": 41.11, "end": 123, "created": 4111111111111111, "recording": "4111111111111111",
                         "text": "at 1:23 on the 41234th of [credit-card]"}""")).isEmpty();
    }

    @Test
    void jsonOfOthersIsSearchedInNumbersAndNamesOfPropertiesToo() {
        assertThat(inForeign("""
                        {"order": {"card": 4111111111111111, "a/b": ["x", "Mr. Okonkwo"], "4111-1111-1111-1111": true, "count": 123,
                         "cvv": "123", "price": 41.11, "id": "4111 1111"}}"""))
                .containsExactly(
                        "/order/card", "/order/a~1b/1", "/order/4111-1111-1111-1111", "/order/cvv", "/order/id");
    }

    private List<String> inDocument(String json) {
        return values.inDocument(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> inForeign(String json) {
        return values.inForeign(json.getBytes(StandardCharsets.UTF_8));
    }
}
