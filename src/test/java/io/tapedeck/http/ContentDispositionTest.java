package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {
    @Test
    void plainNameNeedsNoEncoding() {
        assertThat(ContentDisposition.INLINE.value("call 40.wav")).isEqualTo("inline; filename=\"call 40.wav\"");
    }

    @Test
    void accentsAreLeftOutOfTheFallback() {
        assertThat(attachment("Caf\u00e9 Gespr\u00e4ch.mp3"))
                .isEqualTo(
                        "attachment; filename=\"Cafe Gesprach.mp3\"; filename*=UTF-8''Caf%C3%A9%20Gespr%C3%A4ch.mp3");
    }

    @Test
    void emojiIsKeptWhole() {
        assertThat(attachment("\ud83d\ude00.wav"))
                .isEqualTo("attachment; filename=\"_.wav\"; filename*=UTF-8''%F0%9F%98%80.wav");
    }

    @Test
    void rightToLeftLettersAreKept() {
        assertThat(attachment("\u05e9\u05dc\u05d5\u05dd.wav"))
                .endsWith("filename*=UTF-8''%D7%A9%D7%9C%D7%95%D7%9D.wav");
    }

    @Test
    void marksThatTurnANameRoundAreDropped() {
        assertThat(attachment("call\u202evaw.exe\u2066")).isEqualTo("attachment; filename=\"callvaw.exe\"");
    }

    @Test
    void quotesCannotEndTheName() {
        assertThat(attachment("a\"; filename=\"b.exe"))
                .isEqualTo(
                        "attachment; filename=\"a_; filename=_b.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe");
    }

    @Test
    void wideQuotesAndSlashesDoNotBecomeRealOnes() {
        assertThat(attachment("a\uff02b\uff3cc\uff0fd.wav")).startsWith("attachment; filename=\"a_b_c_d.wav\"; ");
    }

    @Test
    void foldersAreFlattened() {
        assertThat(attachment("../etc\\passwd")).isEqualTo("attachment; filename=\".._etc_passwd\"");
    }

    @Test
    void linesCannotBeAdded() {
        assertThat(attachment("a\r\nSet-Cookie: b\u2028\u0085.wav"))
                .isEqualTo("attachment; filename=\"aSet-Cookie: b.wav\"");
    }

    @Test
    void percentSignsAreNotMistakenForEncoding() {
        assertThat(attachment("100%20.wav"))
                .isEqualTo("attachment; filename=\"100_20.wav\"; filename*=UTF-8''100%2520.wav");
    }

    @Test
    void halfACharacterIsDropped() {
        assertThat(attachment("a\ud83d.wav")).isEqualTo("attachment; filename=\"a.wav\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "\r\n", "\u202e"})
    void nameOfNothingIsReplaced(String name) {
        assertThat(attachment(name)).isEqualTo("attachment; filename=\"recording\"");
    }

    private static String attachment(String name) {
        return ContentDisposition.ATTACHMENT.value(name);
    }
}
