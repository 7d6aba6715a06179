package io.tapedeck.audio.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {
    @ParameterizedTest
    @CsvSource({
        "pcm_s16le, 128, 1, 8000, lossless",
        "pcm_f32be, 128, 1, 8000, lossless",
        "flac,       20, 2, 8000, lossless",
        "alac,       20, 2, 8000, lossless",
        "pcm_mulaw,  64, 1, 8000, low",
        "pcm_alaw,  128, 2, 8000, low",
        "mp3,        48, 1, 32000, high",
        "mp3,        47.9, 1, 32000, medium",
        "mp3,        48, 1, 31999, medium",
        "opus,       96, 2, 48000, high",
        "opus,       95, 2, 48000, medium",
        "aac,        24, 1, 16000, medium",
        "aac,        23.9, 1, 16000, low",
        "aac,       320, 1, 15999, low"
    })
    void theContractsRuleHolds(String codec, double bitrate, int channels, int sampleRate, String quality) {
        assertThat(Quality.of(codec, bitrate, channels, sampleRate)).hasToString(quality);
    }
}
