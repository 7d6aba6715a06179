package io.tapedeck.transcript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of Contact Lens. */
class ContactLensJsonTest {
    private static final double DURATION = 10;

    @Test
    void turnsAreThoseOfTheCustomerOnTheLeftAndOfTheAgentOnTheRight() throws IOException {
        var transcript = read(Files.readString(Path.of("src/test/resources/drops/contact-lens.json")));

        assertThat(turns(transcript))
                .containsExactly(
                        "ch_1 Okay.",
                        "ch_0 Just hello, my name is Maria. I need to cancel my plan.",
                        "ch_1 That sounds important to me.",
                        " Thank you for calling.");
        assertThat(transcript.origin())
                .isEqualTo(new Origin("amazon-contact-lens", Optional.empty(), Optional.of("en-US")));
        assertThat(transcript.wordTimes()).isEqualTo(WordTimes.ESTIMATED);
        assertThat(transcript.redacted()).isFalse();
        assertThat(transcript.isDiarized()).isFalse();
        assertThat(transcript.speakers())
                .containsExactly(
                        new Party("ch_0", Optional.of("customer"), OptionalInt.of(0)),
                        new Party("ch_1", Optional.of("agent"), OptionalInt.of(1)));
        var second = transcript.segments().get(1);
        assertThat(second.start()).isEqualTo(0.6);
        assertThat(second.end()).isEqualTo(3.9);
    }

    @Test
    void rolesMayBeTheIdsOfParticipantsAndTurnsInAnyOrder() {
        var transcript = read(document(
                turn("AGENT", 2000, 3000, "Bye."),
                turn("CUSTOMER", 0, 1000, "Hello."),
                turn("AGENT", 500, 900, "Hi.")));

        assertThat(turns(transcript)).containsExactly("ch_0 Hello.", "ch_1 Hi. Bye.");
    }

    @Test
    void withoutAnAgentNobodySaysWhoIsOnWhichChannel() {
        var transcript = read(document(turn("SYSTEM", 0, 1000, "Say yes."), turn("CUSTOMER", 1500, 2000, "Yes.")));

        assertThat(transcript.segments()).extracting(segment -> segment.voice()).containsOnly(Voice.UNKNOWN);
        assertThat(transcript.speakers()).isEmpty();
    }

    @Test
    void turnsWithoutWordsAreNone() {
        assertThat(read(document(turn("AGENT", 0, 1000, " "))).segments()).isEmpty();
        assertThat(read(document()).segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ParticipantId\": \"AGENT\", \"Content\": \"Hi\"} | /Transcript/0 must have a BeginOffsetMillis",
                "{\"BeginOffsetMillis\": 5, \"EndOffsetMillis\": 1, \"Content\": \"Hi\"} | /Transcript/0 must not end at",
                "{\"BeginOffsetMillis\": 0, \"EndOffsetMillis\": 1e9, \"Content\": \"Hi\"} | /Transcript/0 must not end at",
                "{\"BeginOffsetMillis\": \"x\"} | /Transcript/0/BeginOffsetMillis must be a number",
                "{\"BeginOffsetMillis\": \"NaN\", \"EndOffsetMillis\": 1} | /Transcript/0 must have a BeginOffsetMillis",
                "7 | /Transcript/0 must be a JSON object"
            })
    void whatIsWrongIsSaidWithItsPlace(String turn, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(document(turn)))
                .withMessageStartingWith(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHAT", "EMAIL"})
    void whatIsWrittenIsRefused(String channel) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("{\"Channel\": \"%s\", \"Transcript\": []}".formatted(channel)))
                .withMessageStartingWith("/Channel must be VOICE");
    }

    @Test
    void whateverIsLeftOfADocumentIsReadOrRefused() throws IOException {
        var document = Files.readString(Path.of("src/test/resources/drops/contact-lens.json"));
        var random = new Random(17);
        var pieces = List.of("", "null", "-1", "1e400", "\"\"", "[]", "{}", ",", "\"NaN\"", "\\u0007", "\ud83d");

        for (int i = 0; i < 2000; i++) {
            var from = random.nextInt(document.length());
            var to = Math.min(document.length(), from + random.nextInt(20));
            var changed =
                    document.substring(0, from) + pieces.get(random.nextInt(pieces.size())) + document.substring(to);
            try {
                assertThat(read(changed).duration()).isEqualTo(DURATION);
            } catch (ProblemException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static Transcript read(String document) {
        return Transcripts.read("application/json", document.getBytes(StandardCharsets.UTF_8), DURATION);
    }

    private static String document(String... turns) {
        return "{\"Channel\": \"VOICE\", \"Transcript\": [%s]}".formatted(String.join(",", turns));
    }

    private static String turn(String participant, int begin, int end, String content) {
        return "{\"ParticipantId\": \"%s\", \"BeginOffsetMillis\": %d, \"EndOffsetMillis\": %d, \"Content\": \"%s\"}"
                .formatted(participant, begin, end, content);
    }

    private static List<String> turns(Transcript transcript) {
        return transcript.segments().stream()
                .map(segment -> segment.voice().speaker().orElse("") + " " + segment.text())
                .toList();
    }
}
