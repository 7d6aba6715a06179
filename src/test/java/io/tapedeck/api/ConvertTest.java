package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audio that is written in another way. */
@QuarkusTest
class ConvertTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(DIALOGUE);
    }

    @ParameterizedTest
    @CsvSource({
        "mp3, mp3, audio/mpeg",
        "m4a, aac, audio/mp4",
        "ogg, opus, audio/ogg",
        "ogg, vorbis, audio/ogg",
        "ogg, flac, audio/ogg",
        "flac, flac, audio/flac",
        "webm, opus, audio/webm",
        "webm, vorbis, audio/webm",
        "wav, pcm_mulaw, audio/wav",
        "wav, pcm_alaw, audio/wav"
    })
    void everyPairOfFormatAndCodecCanBeHad(String format, String codec, String contentType) {
        var converted = caller.done(id, "convert", Map.of("format", format, "codec", codec));

        assertThat(converted.getString("format")).isEqualTo(format);
        assertThat(converted.getString("codec")).isEqualTo(codec);
        assertThat(converted.getInt("channels")).isEqualTo(2);
        assertThat(converted.getDouble("duration")).isCloseTo(10, within(0.05));
        assertThat(converted.getString("channelLayout")).isEqualTo("dual");
        var file = caller.get(id, "download").extract().jsonPath();
        assertThat(file.getString("contentType")).isEqualTo(contentType);
        assertThat(file.getString("fileName")).isEqualTo(id + "-v2." + format);
        assertThat(Audio.sha256(caller.audio(id))).isEqualTo(converted.getString("sha256"));
    }

    @Test
    void theRateIsKeptUnlessAnotherIsAskedFor() {
        assertThat(caller.done(id, "convert", Map.of("format", "flac")).getInt("sampleRate"))
                .isEqualTo(8000);
        assertThat(caller.done(id, "convert", Map.of("format", "wav", "sampleRate", 16_000))
                        .getInt("sampleRate"))
                .isEqualTo(16_000);
    }

    @Test
    void bothSidesCanBecomeOne() {
        var mono = caller.done(id, "convert", Map.of("format", "wav", "channels", 1));

        assertThat(mono.getInt("channels")).isEqualTo(1);
        assertThat(mono.getString("channelLayout")).isEqualTo("mono");
    }

    @Test
    void aPairThatDoesNotGoIsRefusedByNamingWhatDoes() {
        caller.ask(id, "convert", Map.of("format", "wav", "codec", "opus"))
                .statusCode(400)
                .body("errors[0].field", containsString("/codec"))
                .body("errors[0].message", containsString("pcm_s16le, pcm_mulaw, pcm_alaw"));
    }
}
