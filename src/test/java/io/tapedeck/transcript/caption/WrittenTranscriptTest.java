package io.tapedeck.transcript.caption;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.transcript.Spoken;
import org.junit.jupiter.api.Test;

class WrittenTranscriptTest {
    @Test
    void webVttSaysWhoSpeaksInTags() {
        assertThat(Vtt.of(Conversations.saying("Hello, how are you?", 0.5))).isEqualTo("""
                        WEBVTT

                        00:00:01.000 --> 00:00:03.000
                        <v Agent>Hello, how are you?

                        00:00:04.000 --> 00:00:05.000
                        <v Customer>Yes.
                        """);
    }

    @Test
    void subRipSaysWhoSpeaksWhereThatChanges() {
        assertThat(Srt.of(Conversations.saying(
                        "Hello, this is Susan of Harbour Energy. I call because of your last letter to us.", 0.3)))
                .isEqualTo("""
                        1
                        00:00:01,000 --> 00:00:03,100
                        Agent: Hello, this is Susan
                        of Harbour Energy.

                        2
                        00:00:03,100 --> 00:00:05,800
                        I call because
                        of your last letter to us.

                        3
                        00:00:06,800 --> 00:00:07,800
                        Customer: Yes.

                        """);
    }

    @Test
    void textHasALineForEachTurn() {
        assertThat(PlainTranscript.of(Conversations.saying("Hello, how are you?", 1000)))
                .isEqualTo("[00:00:01] Agent: Hello, how are you?\n[01:06:42] Customer: Yes.\n");
    }

    @Test
    void whereNothingIsSaidTheFilesAreValid() {
        assertThat(Vtt.of(Spoken.transcript(10))).isEqualTo("WEBVTT\n");
        assertThat(Srt.of(Spoken.transcript(10))).isEmpty();
        assertThat(PlainTranscript.of(Spoken.transcript(10))).isEmpty();
    }

    @Test
    void whatWouldBeMarkupIsShownAsItIsSaid() {
        var transcript = Conversations.saying("<b>AT&T</b> --> {\\an8}", 0.5);
        assertThat(Vtt.of(transcript)).contains("<v Agent>&lt;b&gt;AT&amp;T&lt;/b&gt; --&gt; {\\an8}\n");
        assertThat(Srt.of(transcript)).contains("Agent: <\u2060b>AT&T<\u2060/b> --\u2060> {\u2060\\an8}\n");
    }

    @Test
    void rightToLeftTextAndPicturesStayAsTheyAre() {
        var text = "\u200fשלום, מה שלומך? 👩‍👩‍👧‍👦 مرحبا";
        for (var written : new String[] {
            Vtt.of(Conversations.saying(text, 0.5)),
            Srt.of(Conversations.saying(text, 0.5)),
            PlainTranscript.of(Conversations.saying(text, 0.5))
        }) {
            assertThat(written).contains(text);
        }
    }

    @Test
    void callsOfManyHoursHaveTheirTimes() {
        assertThat(Clock.of(100 * 3_600_000L + 62_345, '.')).isEqualTo("100:01:02.345");
    }
}
