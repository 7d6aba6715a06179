package io.tapedeck.transcript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in the forms of others. */
class VendorJsonTest {
    private static final String TWO_ITEMS = """
            {"start_time": "%s", "end_time": "%s", "type": "pronunciation", %s
             "alternatives": [{"confidence": "0.98", "content": "%s"}, {"confidence": "0.1", "content": "other"}]},
            {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "%s"}]}""";

    @Test
    void amazonsItemsAreWordsAndMarks() {
        var transcript = amazon("\"language_code\": \"en-US\", \"items\": [" + items("1.0", "1.4", "", "Hello", ",")
                + "," + items("1.5", "2.0", "", "there", ".") + "]");
        assertThat(transcript.text()).isEqualTo("Hello, there.");
        assertThat(transcript.origin())
                .isEqualTo(new Origin("amazon-transcribe", Optional.empty(), Optional.of("en-US")));
        assertThat(transcript.confidence().orElseThrow()).isEqualTo(0.98);
        assertThat(transcript.segments().getFirst().voice()).isEqualTo(Voice.UNKNOWN);
    }

    @Test
    void amazonsOlderFormTellsOfSpeakersBesideTheItems() {
        var transcript =
                amazon("""
                "speaker_labels": {"speakers": 2, "segments": [
                  {"start_time": "1.0", "speaker_label": "spk_0", "end_time": "1.4",
                   "items": [{"start_time": "1.0", "speaker_label": "spk_0", "end_time": "1.4"}]},
                  {"start_time": "1.5", "speaker_label": "spk_1", "end_time": "2.0",
                   "items": [{"start_time": "1.5", "speaker_label": "spk_1", "end_time": "2.0"}]}]},
                "items": [%s, %s]""".formatted(items("1.0", "1.4", "", "Hello", "?"), items("1.5", "2.0", "", "Yes", ".")));
        assertThat(turns(transcript)).containsExactly("spk_0 Hello?", "spk_1 Yes.");
        assertThat(transcript.isDiarized()).isTrue();
    }

    @Test
    void amazonsNewerFormNamesSpeakersInTheItems() {
        var transcript = amazon("\"audio_segments\": [{\"id\": 0, \"items\": [0]}], \"items\": ["
                + items("1.0", "1.4", "\"speaker_label\": \"spk_0\",", "Hello", "?") + ","
                + items("1.5", "2.0", "\"speaker_label\": \"spk_1\",", "Yes", ".") + "]");
        assertThat(turns(transcript)).containsExactly("spk_0 Hello?", "spk_1 Yes.");
    }

    @Test
    void amazonsChannelsAreToldApartInBothForms() {
        var older = amazon("""
                "items": [%1$s, %2$s],
                "channel_labels": {"channels": [
                  {"channel_label": "ch_0", "items": [%1$s]}, {"items": [%2$s], "channel_label": "ch_1"}], "number_of_channels": 2}""".formatted(items("1.0", "1.4", "", "Hello", "?"), items("1.2", "2.0", "", "Yes", ".")));
        var newer = amazon("\"items\": [" + items("1.0", "1.4", "\"channel_label\": \"ch_0\",", "Hello", "?") + ","
                + items("1.2", "2.0", "\"channel_label\": \"ch_1\",", "Yes", ".") + "]");
        assertThat(turns(older)).containsExactly("ch_0 Hello?", "ch_1 Yes.");
        assertThat(newer).isEqualTo(older);
        assertThat(older.isDiarized()).isFalse();
    }

    @Test
    void whatAmazonRedactedStaysMarked() {
        assertThat(amazon("\"items\": [" + items("1.0", "1.4", "", "[PII]", ".") + "]")
                        .text())
                .isEqualTo("[PII].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0007b",
                " ",
                "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void aLanguageThatIsNoTextIsWrongInWhicheverForm(String language) {
        for (var document : List.of(
                "{\"results\": {\"items\": [], \"language_code\": \"%s\"}}",
                "{\"task\": \"transcribe\", \"segments\": [], \"language\": \"%s\"}",
                "{\"results\": {\"channels\": [{\"detected_language\": \"%s\", \"alternatives\": [{\"words\": []}]}]}}")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> read(document.formatted(language)))
                    .withMessageContaining("must have a text");
        }
    }

    @Test
    void ofSilenceAmazonHasNoItems() {
        assertThat(amazon("\"transcripts\": [{\"transcript\": \"\"}], \"items\": []")
                        .segments())
                .isEmpty();
    }

    @Test
    void whatIsWrongWithAmazonsItemsIsSaidWithItsPlace() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> amazon("\"items\": [" + items("1.0", "0.4", "", "Hello", ",") + "]"))
                .withMessage("/results/items/0 must not end at 0.4 s, before its start at 1.0 s");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> amazon("\"items\": [" + items("1.0", "14", "", "Hello", ",") + "]"))
                .withMessage("/results/items/0 must not end at 14.0 s, since the recording lasts 10.0 s");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> amazon("\"items\": [{\"channel_label\": \"left\"}]"))
                .withMessage("/results/items/0/channel_label must be ch_ and the number of a channel");
    }

    @Test
    void deepgramsChannelsAreToldApart() {
        var transcript = read("""
                {"metadata": {"duration": 9.5, "models": ["x"], "model_info": {"x": {"name": "2-general-nova", "arch": "nova-2"}}},
                 "results": {"utterances": [], "channels": [
                  {"detected_language": "en", "alternatives": [{"transcript": "Hello?", "confidence": 0.9, "words": [
                    {"word": "hello", "start": 1, "end": 1.4, "confidence": 0.99, "punctuated_word": "Hello?"}]},
                    {"words": [{"word": "yellow", "start": 1, "end": 1.4}]}]},
                  {"detected_language": "en", "alternatives": [{"words": [
                    {"punctuated_word": "Yes.", "word": "yes", "start": 1.5, "end": 2, "confidence": 0.9, "speaker": 0}]}]}]}}""");
        assertThat(turns(transcript)).containsExactly("ch_0 Hello?", "ch_1 Yes.");
        assertThat(transcript.origin())
                .isEqualTo(new Origin("deepgram", Optional.of("2-general-nova"), Optional.of("en")));
    }

    @Test
    void deepgramsSpeakersOfOneChannelAreToldApart() {
        var transcript = read("""
                {"results": {"channels": [{"alternatives": [{"words": [
                  {"word": "hello", "start": 1, "end": 1.4, "speaker": 0, "speaker_confidence": 0.4},
                  {"word": "yes", "start": 1.5, "end": 2, "speaker": 1}]}]}]}}""");
        assertThat(turns(transcript)).containsExactly("spk_0 hello", "spk_1 yes");
    }

    @Test
    void whispersWordsTakeTheMarksOfItsText() {
        var transcript = read("""
                {"task": "transcribe", "language": "english", "duration": 9.5, "text": "Hello, you. I'm in.",
                 "words": [{"word": "Hello", "start": 1, "end": 1.4}, {"word": "you", "start": 1.4, "end": 1.8},
                           {"word": "I'm", "start": 2, "end": 2.4}, {"word": "in", "start": 2.4, "end": 2.8}],
                 "segments": [{"id": 0, "seek": 0, "start": 1, "end": 1.8, "text": " Hello, you.", "tokens": [1]},
                              {"id": 1, "seek": 0, "start": 2, "end": 2.8, "text": " I'm in.", "tokens": [2]}]}""");
        assertThat(transcript.text()).isEqualTo("Hello, you. I'm in.");
        assertThat(transcript.wordTimes()).isEqualTo(WordTimes.HEARD);
        assertThat(transcript.origin().language()).contains("en");
    }

    @Test
    void whispersWordsThatItsTextPartsInAnotherWayStayAsTheyAre() {
        var transcript = read("""
                {"words": [{"word": "So", "start": 1, "end": 1.4}, {"word": "twenty", "start": 1.4, "end": 1.8},
                           {"word": "two", "start": 2, "end": 2.4}, {"word": "please", "start": 2.4, "end": 2.8}],
                 "segments": [{"start": 1, "end": 2.8, "text": " So, twenty-two, please."}]}""");
        assertThat(transcript.text()).isEqualTo("So, twenty two please.");
    }

    @Test
    void whispersWordsMayStandInItsSegments() {
        var transcript = read("""
                {"text": " Hello you", "language": "fr", "segments": [{"id": 0, "seek": 0, "start": 0, "end": 3, "text": " Hello you",
                  "words": [{"word": " Hello", "start": 1, "end": 1.4, "probability": 0.5}, {"word": " you", "start": 1.4, "end": 2}]}]}""");
        assertThat(transcript.segments().getFirst().words())
                .extracting(Word::text)
                .containsExactly("Hello", "you");
        assertThat(transcript.confidence()).hasValue(0.5);
    }

    @Test
    void whispersSegmentsWithoutWordsHaveGuessedTimes() {
        var transcript = read("""
                {"task": "transcribe", "segments": [{"start": 1, "end": 3, "text": " so so"}, {"start": 5, "end": 6, "text": " you"}]}""");
        assertThat(transcript.segments()).extracting(Segment::text).containsExactly("so so", "you");
        assertThat(transcript.wordTimes()).isEqualTo(WordTimes.ESTIMATED);
    }

    private static String items(String start, String end, String label, String content, String mark) {
        return TWO_ITEMS.formatted(start, end, label, content, mark);
    }

    private static Transcript amazon(String results) {
        return read("{\"jobName\": \"j\", \"accountId\": \"1\", \"status\": \"COMPLETED\", \"results\": {" + results
                + "}}");
    }

    private static List<String> turns(Transcript transcript) {
        return transcript.segments().stream()
                .map(turn -> turn.voice().speaker().orElseThrow() + " " + turn.text())
                .toList();
    }

    private static Transcript read(String document) {
        return Transcripts.read("application/json", document.getBytes(StandardCharsets.UTF_8), 10);
    }
}
