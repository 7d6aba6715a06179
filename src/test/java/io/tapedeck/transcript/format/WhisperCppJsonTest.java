package io.tapedeck.transcript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Word;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhisperCppJsonTest {
    @Test
    void tokensMakeUpWords() {
        var words = read(segment(token("[_BEG_]", 0, 0, 0.9) + "," + token(" Har", 100, 300, 0.8) + ","
                + token("bour", 300, 500, 0.6) + "," + token(" Energy", 520, 900, 1) + "," + token(".", 900, 900, 1)
                + "," + token("[_TT_50]", 900, 900, 0.1)));
        assertThat(words).extracting(Word::text).containsExactly("Harbour", "Energy.");
        assertThat(words).extracting(Word::start).containsExactly(0.1, 0.52);
        assertThat(words).extracting(Word::end).containsExactly(0.5, 0.9);
        assertThat(words.getFirst().confidence().orElseThrow()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void aWordEndsWithItsSegment() {
        assertThat(read(segment(token(" so", 0, 100, 1)) + "," + segment(token("on", 100, 200, 1))))
                .extracting(Word::text)
                .containsExactly("so", "on");
    }

    @Test
    void aCharacterMayBeSpreadOverTokens() {
        var bytes = " 😀".getBytes(StandardCharsets.UTF_8);
        var document = new ByteArrayOutputStream();
        document.writeBytes(utf8("{\"transcription\": [{\"tokens\": [{\"text\": \""));
        document.write(bytes, 0, 3);
        document.writeBytes(utf8("\", \"offsets\": {\"from\": 0, \"to\": 1}, \"p\": 1}, {\"text\": \""));
        document.write(bytes, 3, 2);
        document.writeBytes(utf8("\", \"offsets\": {\"from\": 1, \"to\": 2}, \"p\": 1}]}]}"));
        assertThat(WhisperCppJson.words(document.toByteArray(), 10))
                .extracting(Word::text)
                .containsExactly("😀");
    }

    @Test
    void whatIsOutOfOrderOrAfterTheEndIsPutRight() {
        var words = read(segment(
                token(" a", 500, 900, 1) + "," + token(" b", 400, 300, 1) + "," + token(" c", 9000, 12_000, 1)));
        assertThat(words).extracting(Word::start).containsExactly(0.5, 0.5, 9.0);
        assertThat(words).extracting(Word::end).containsExactly(0.9, 0.5, 10.0);
    }

    @Test
    void controlCharactersAndBlanksAreNoWords() {
        assertThat(read(segment(
                        token(" \\u0000", 0, 1, 1) + "," + token(" a\\u0007", 1, 2, 1) + "," + token(" ", 2, 3, 1))))
                .extracting(Word::text)
                .containsExactly("a");
    }

    @Test
    void anythingElseIsRefused() {
        for (var document : List.of(
                "", "x", "[]", "{\"transcription\": 1}", "{\"transcription\": [{\"tokens\": [{\"p\": \"x\"}]}]}")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> WhisperCppJson.words(utf8(document), 10));
        }
    }

    private static List<Word> read(String segments) {
        return WhisperCppJson.words(
                utf8("{\"systeminfo\": \"\", \"result\": {\"language\": \"en\"}, \"transcription\": [" + segments
                        + "]}"),
                10);
    }

    private static String segment(String tokens) {
        return "{\"timestamps\": {}, \"offsets\": {\"from\": 0, \"to\": 1}, \"text\": \" x\", \"tokens\": [" + tokens
                + "]}";
    }

    private static String token(String text, int from, int to, double probability) {
        return "{\"text\": \"%s\", \"timestamps\": {\"from\": \"x\"}, \"offsets\": {\"from\": %d, \"to\": %d}, \"id\": 1, \"p\": %s, \"t_dtw\": -1}"
                .formatted(text, from, to, probability);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
