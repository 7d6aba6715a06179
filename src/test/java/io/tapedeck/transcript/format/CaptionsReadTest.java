package io.tapedeck.transcript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsReadTest {
    private static final String VTT = "text/vtt";
    private static final String SRT = "application/x-subrip";

    @Test
    void webVttSaysWhoSpeaks() {
        var transcript = read(VTT, """
                WEBVTT - a call
                Kind: captions

                NOTE
                nobody reads this

                STYLE
                ::cue { color: red }

                1
                00:01.000 --> 00:02.000 align:start
                <v.loud Agent>Hello <i>you</i> &amp; &lt;all&gt;</v>

                00:00:02.000 --> 00:00:03.000
                <v Customer>Hi.
                <v Agent>Good.
                """);
        assertThat(turns(transcript)).containsExactly("Agent Hello you & <all> Good.", "Customer Hi.");
        assertThat(transcript.wordTimes()).isEqualTo(WordTimes.ESTIMATED);
    }

    @Test
    void captionsOfOneSpeakerAreOneTurn() {
        var transcript = read(VTT, "WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:02.500 --> 00:03.000\ntwo\n");
        assertThat(transcript.segments()).extracting(Segment::text).containsExactly("one two");
    }

    @Test
    void theFirstCaptionMayFollowTheHeaderAtOnce() {
        assertThat(read(VTT, "WEBVTT\n00:01.000 --> 00:02.000\none\n").text()).isEqualTo("one");
    }

    @Test
    void timesWithinACaptionCount() {
        var transcript = read(VTT, "WEBVTT\n\n00:01.000 --> 00:09.000\none <00:00:05.000><c>two</c>");
        assertThat(transcript.segments().getFirst().words())
                .extracting(Word::start)
                .containsExactly(1.0, 5.0);
    }

    @Test
    void subRipSaysWhoSpeaksWhereThatChanges() {
        var transcript = read(SRT, """
                1
                00:00:01,000 --> 00:00:02,000
                Agent: <b>Hello</b> {\\an8}you.

                2
                00:00:02,000 --> 00:00:03,000
                Note this: all is well.

                3
                00:00:03,000 --> 00:00:04,000
                Customer: Hi.
                """);
        assertThat(turns(transcript)).containsExactly("Agent Hello you. Note this: all is well.", "Customer Hi.");
    }

    @Test
    void withoutANameInFrontNobodyKnowsWhoSpeaks() {
        var transcript =
                read(SRT, "1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:03,000\nBob: hi.\n");
        assertThat(transcript.speakers()).isEmpty();
        assertThat(transcript.text()).isEqualTo("Hello. Bob: hi.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyDoAnywhere(String end) {
        var srt = "\uFEFF1\n0:00:01.5 --> 0:00:02,000\nHello\n\n\n2\n00:00:02,000 --> 00:00:03,000\n\n"
                .replace("\n", end);
        assertThat(read(SRT, srt).text()).isEqualTo("Hello");
        assertThat(read(SRT, srt).segments().getFirst().start()).isEqualTo(1.5);
    }

    @Test
    void utf16IsReadWhereItIsMarked() {
        var text = "\uFEFF1\n00:00:01,000 --> 00:00:02,000\nשלום\n";
        assertThat(Transcripts.read(SRT, text.getBytes(StandardCharsets.UTF_16LE), 10)
                        .text())
                .isEqualTo("שלום");
    }

    @Test
    void otherEncodingsAreRefused() {
        var text = "1\n00:00:01,000 --> 00:00:02,000\nGrüße\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Transcripts.read(SRT, text, 10))
                .withMessage("the body must be text in UTF-8");
    }

    @ParameterizedTest
    @EnumSource(names = {"VTT", "SRT"})
    void whatWeWriteIsReadAsItWasSaid(TranscriptForm form) {
        var transcript = Spoken.transcript(
                        20,
                        Spoken.turn(
                                Spoken.AGENT,
                                "Hello, 1.0-2.0",
                                "<b>AT&T</b> 2.0-3.0",
                                "--> 3.0-4.0",
                                "👩‍👩‍👧‍👦 4.0-5.0"),
                        Spoken.turn(Spoken.CALLER, "שלום 7.0-9.0"))
                .withRoles(Map.of(0, "agent", 1, "customer"));
        var read = Transcripts.read(form.mediaType(), form.write(transcript), 20);
        assertThat(turns(read)).containsExactly("Agent Hello, <b>AT&T</b> --> 👩‍👩‍👧‍👦", "Customer שלום");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        problem(VTT, "", "line 1 must be WEBVTT");
        problem(VTT, "WEBVTTX\n", "line 1 must be WEBVTT");
        problem(
                VTT,
                "WEBVTT\n\nid\n00:01 --> 00:02\nhello\n",
                "line 4 must be the times of a caption, such as 00:00:01.000 --> 00:00:03.500");
        problem(SRT, "1\nhello\n", "line 1 must be the times of a caption, such as 00:00:01,000 --> 00:00:03,500");
        problem(
                SRT,
                "1\n00:00:03,000 --> 00:00:02,000\nhello\n",
                "line 2 must not end at 2.0 s, before its start at 3.0 s");
        problem(
                SRT,
                "1\n00:00:03,000 --> 00:01:02,000\nhello\n",
                "line 2 must not end at 62.0 s, since the recording lasts 10.0 s");
        problem(
                SRT,
                "1\n00:00:03,000 --> 00:00:04,000\nb\n\n2\n00:00:01,000 --> 00:00:02,000\na\n",
                "line 6 must not start at 1.0 s, before the word ahead of it at 3.0 s");
        problem(
                SRT,
                "1\n00:00:03,000 --> 00:00:04,000\na\u0007\n",
                "line 2 must have a text without control characters (U+0007)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<v", "&", "{\\\\", "a: ", "<v A>"})
    void markupWithoutEndTakesNoTime(String markup) {
        var text = "00:00:01.000 --> 00:00:09.000\n" + (markup.repeat(200) + " ").repeat(500);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            attempt(VTT, "WEBVTT\n\n" + text);
            attempt(SRT, "1\n" + text);
        });
    }

    @Test
    void otherTypesAreRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("audio/wav", "RIFF"))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE))
                .withMessageContaining("text/vtt");
    }

    /** Whether it can be taken is not the point. */
    private static void attempt(String type, String document) {
        try {
            read(type, document);
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        }
    }

    private static void problem(String type, String document, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(type, document))
                .withMessage(message);
    }

    private static List<String> turns(Transcript transcript) {
        return transcript.segments().stream()
                .map(turn -> turn.voice().speaker().orElse("?") + " " + turn.text())
                .toList();
    }

    private static Transcript read(String type, String document) {
        return Transcripts.read(type, document.getBytes(StandardCharsets.UTF_8), 10);
    }
}
