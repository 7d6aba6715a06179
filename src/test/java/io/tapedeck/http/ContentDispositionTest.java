package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {
    @Test
    void aPlainNameIsQuoted() {
        assertThat(ContentDisposition.INLINE.value("call 1.wav")).isEqualTo("inline; filename=\"call 1.wav\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Grüße.wav, Gru_e.wav, Gr%C3%BC%C3%9Fe.wav",
        "通話.mp3, __.mp3, %E9%80%9A%E8%A9%B1.mp3",
        "🎧.ogg, _.ogg, %F0%9F%8E%A7.ogg",
        "100%.wav, 100_.wav, 100%25.wav"
    })
    void anyOtherNameIsEncodedWithAFallback(String name, String fallback, String encoded) {
        assertThat(ContentDisposition.ATTACHMENT.value(name))
                .isEqualTo("attachment; filename=\"" + fallback + "\"; filename*=UTF-8''" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\"; filename=b.exe", "../../etc/passwd", "\u202Ecod.wav", "a\u0000b", "\u2028", "..", "", "\ud800"})
    void noNameEscapesFromTheHeader(String name) {
        assertThat(ContentDisposition.ATTACHMENT.value(name))
                .matches("attachment; filename=\"[\\x20-\\x7E&&[^\"/\\\\]]+\"(; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?");
    }
}
