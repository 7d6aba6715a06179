package io.tapedeck.transcript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapedeckJsonTest {
    private static final double DURATION = 10;

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var transcript = Spoken.transcript(
                        DURATION,
                        Spoken.turn(Spoken.AGENT, "Hello, 1.0-2.0", "\"you\" 2.0-2.3"),
                        Spoken.turn(Spoken.CALLER, "שלום 👩‍👩‍👧‍👦 3.0-4.0".replace(" 👩", "👩")))
                .withRoles(Map.of(0, "agent"));
        assertThat(read(new String(TranscriptForm.JSON.write(transcript), StandardCharsets.UTF_8)))
                .isEqualTo(transcript);
    }

    @Test
    void documentsAreAsTheContractHasThem() {
        var transcript = Spoken.transcript(DURATION, Spoken.turn(Spoken.AGENT, "Hello, 1.0-2.0", "you 2.0-2.3"))
                .withRoles(Map.of(0, "agent"));
        assertThat(new String(TranscriptForm.JSON.write(transcript), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"engine":"whisper","model":"base.en","language":"en","confidence":0.9,"duration":10,"redacted":false,\
                        "wordTimes":"heard","speakerConfidence":"high","speakers":[{"id":"ch_0","role":"agent","channel":0}],"text":"Hello, you",\
                        "segments":[{"speaker":"ch_0","channel":0,"start":1,"end":2.3,"text":"Hello, you","confidence":0.9,\
                        "words":[{"text":"Hello,","start":1,"end":2,"confidence":0.9},{"text":"you","start":2,"end":2.3,"confidence":0.9}]}]}""");
    }

    @Test
    void propertiesComeInAnyOrderAndOthersAreLeftOut() {
        var transcript = read("""
                {"id": "x", "recording": "y", "status": "completed", "created": 1, "more": [{"a": [1]}], "language": null,
                 "segments": [{"words": [{"end": 2, "text": "hello", "start": 1, "x": {}}], "channel": 1, "text": "other"}]}""");
        assertThat(transcript.text()).isEqualTo("hello");
        assertThat(transcript.segments().getFirst().voice()).isEqualTo(Voice.ofChannel(1));
        assertThat(transcript.origin().engine()).isEqualTo("import");
        assertThat(transcript.origin().language()).isEmpty();
    }

    @Test
    void onlyOurOwnDocumentsSayThatTheyAreRedacted() {
        var document = "{\"redacted\": true, \"segments\": []}".getBytes(StandardCharsets.UTF_8);
        assertThat(Transcripts.stored(document, DURATION).redacted()).isTrue();
        assertThat(Transcripts.read("application/json", document, DURATION).redacted())
                .isFalse();
        assertThat(Transcripts.stored("{\"segments\": []}".getBytes(StandardCharsets.UTF_8), DURATION)
                        .redacted())
                .isFalse();
    }

    @Test
    void aSegmentWithoutWordsHasThoseOfItsTextAtGuessedTimes() {
        var transcript =
                read("{\"segments\": [{\"speaker\": \"Susan\", \"start\": 1, \"end\": 3, \"text\": \"so so\"}]}");
        assertThat(transcript.wordTimes()).isEqualTo(WordTimes.ESTIMATED);
        assertThat(transcript.segments().getFirst().words())
                .extracting(Word::start)
                .containsExactly(1.0, 2.0);
        assertThat(transcript.speakers()).extracting(Party::id).containsExactly("Susan");
    }

    @Test
    void segmentsStayAsTheyAreAndInTheOrderOfTheirStarts() {
        var transcript = read("""
                {"segments": [
                  {"channel": 1, "start": 3, "end": 4, "text": "later"}, {"channel": 0, "start": 1, "end": 2, "text": "one"},
                  {"channel": 0, "start": 2, "end": 2.5, "text": "two"}]}""");
        assertThat(transcript.segments()).extracting(Segment::text).containsExactly("one", "two", "later");
    }

    @Test
    void rolesThatSomebodyKnowsAreKept() {
        var transcript = read("""
                {"speakers": [{"id": "spk_0", "role": "agent"}],
                 "segments": [{"speaker": "spk_0", "start": 1, "end": 2, "text": "hello"}]}""");
        assertThat(transcript.speakers()).extracting(Party::role).containsExactly(Optional.of("agent"));
    }

    @Test
    void nothingMayHaveBeenSaid() {
        assertThat(read("{\"segments\": []}").segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                       | /segments is missing; an empty list says that nothing is said
                    []                                                                       | must be a JSON object
                    {"segments": {}}                                                         | /segments must be a list
                    {"segments": [1]}                                                        | /segments/0 must be a JSON object
                    {"segments": [{"start": 1, "end": 2}]}                                   | /segments/0 must have a text
                    {"segments": [{"start": 1, "text": "a"}]}                                | /segments/0 must have an end in seconds
                    {"segments": [{"start": "x", "text": "a"}]}                              | /segments/0/start must be a number
                    {"segments": [{"start": 3, "end": 2, "text": "a"}]}                      | /segments/0 must not end at 2.0 s, before its start at 3.0 s
                    {"segments": [{"start": 3, "end": 11, "text": "a"}]}                     | /segments/0 must not end at 11.0 s, since the recording lasts 10.0 s
                    {"segments": [{"words": [{"text": "a", "start": 1, "end": 2}, {"text": "b", "start": 0.5, "end": 2}]}]} | /segments/0/words/1 must not start at 0.5 s, before the word ahead of it at 1.0 s
                    {"segments": [{"words": [{"text": "a\\u0007", "start": 1, "end": 2}]}]}  | /segments/0/words/0 must have a text without control characters (U+0007)
                    {"segments": [{"words": [{"text": "a", "start": 1, "end": 2, "confidence": 7}]}]} | /segments/0/words/0 must have a confidence from 0 to 1
                    {"segments": [{"channel": -1, "start": 1, "end": 2, "text": "a"}]}       | /segments/0 must have a channel from 0 to 63
                    {"segments": [{"channel": 0.5, "start": 1, "end": 2, "text": "a"}]}      | /segments/0/channel must be a whole number
                    {"segments": [], "speakers": [{"role": "agent"}]}                        | /speakers/0 must have an id, the label of the speaker
                    {"segments": [], "redacted": "no"}                                       | /redacted must be true or false
                    {"segments": [], "wordTimes": "guessed"}                                 | /wordTimes must be heard or estimated
                    {"segments": [                                                           | the body is no valid JSON at line 1, column 15
                    {"segments": []} {}                                                      | the body must end after the JSON object
                    """)
    void whatIsWrongIsSaidWithItsPlace(String document, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(document))
                .withMessage(message)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST));
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (var bytes : new byte[][] {
            {'{', '"', (byte) 0xC3, '"', '}'}, {0, 0, (byte) 0xFE, (byte) 0xFF, 1, 2, 3, 4}, {0, 0, 0, '{', 9}
        }) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> Transcripts.read("application/json", bytes, DURATION));
        }
    }

    @Test
    void bottomlessDocumentsAreRefused() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read("{\"a\": " + "[".repeat(10_000)));
    }

    private static Transcript read(String document) {
        return Transcripts.read("application/json; charset=utf-8", document.getBytes(StandardCharsets.UTF_8), DURATION);
    }
}
