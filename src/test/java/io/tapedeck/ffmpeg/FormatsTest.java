package io.tapedeck.ffmpeg;

import static io.tapedeck.ffmpeg.Measuring.measures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Warning;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_WAV,        WAV,  pcm_s16le, 8000,  256, LOSSLESS",
        "DIALOGUE_U8_WAV,     WAV,  pcm_u8,    8000,  128, LOSSLESS",
        "DIALOGUE_S24_WAV,    WAV,  pcm_s24le, 8000,  384, LOSSLESS",
        "DIALOGUE_S32_WAV,    WAV,  pcm_s32le, 8000,  512, LOSSLESS",
        "DIALOGUE_F32_WAV,    WAV,  pcm_f32le, 8000,  512, LOSSLESS",
        "DIALOGUE_F64_WAV,    WAV,  pcm_f64le, 8000, 1024, LOSSLESS",
        "DIALOGUE_MULAW_WAV,  WAV,  pcm_mulaw, 8000,  128, LOW",
        "DIALOGUE_ALAW_WAV,   WAV,  pcm_alaw,  8000,  128, LOW",
        "DIALOGUE_RF64_WAV,   WAV,  pcm_s16le, 8000,  256, LOSSLESS",
    })
    void wavIsKnownToTheSample(
            SampleAudio sample, Format format, String codec, int rate, double kbps, Quality quality) {
        var measures = measures(sample.path());

        assertThat(measures.format()).isEqualTo(format);
        assertThat(measures.codec()).isEqualTo(codec);
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.bitrate()).isEqualTo(kbps);
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.duration()).isEqualTo(10);
        assertThat(measures.quality()).isEqualTo(quality);
        assertThat(measures.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_MP3,          MP3,  mp3,    16000, 64",
        "DIALOGUE_BARE_MP3,     MP3,  mp3,    16000, 64",
        "COVER_MP3,             MP3,  mp3,    16000, 48",
        "DIALOGUE_OPUS_OGG,     OGG,  opus,   48000, 70",
        "DIALOGUE_VORBIS_OGG,   OGG,  vorbis, 8000,  12",
        "DIALOGUE_FLAC_OGG,     OGG,  flac,   8000,  34",
        "DIALOGUE_AAC_M4A,      M4A,  aac,    8000,  34",
        "DIALOGUE_AAC_FAST_M4A, M4A,  aac,    8000,  34",
        "DIALOGUE_ALAC_M4A,     M4A,  alac,   8000,  49",
        "COVER_M4A,             M4A,  aac,    8000,  34",
        "DIALOGUE_FLAC,         FLAC, flac,   8000,  40",
        "DIALOGUE_OPUS_WEBM,    WEBM, opus,   48000, 73",
        "DIALOGUE_VORBIS_WEBM,  WEBM, vorbis, 8000,  13",
    })
    void compressedAudioIsKnownByItsBytes(SampleAudio sample, Format format, String codec, int rate, double kbps) {
        var measures = measures(sample.path());

        assertThat(measures.format()).isEqualTo(format);
        assertThat(measures.codec()).isEqualTo(codec);
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.bitrate()).isCloseTo(kbps, within(kbps / 5));
        assertThat(measures.channels()).isEqualTo(2);
        assertThat(measures.duration()).isCloseTo(10, within(0.15));
        assertThat(measures.layout()).contains(ChannelLayout.DUAL);
        assertThat(measures.speech()).allSatisfy(seconds -> assertThat(seconds).isCloseTo(4, within(0.2)));
        assertThat(measures.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_GSM_WAV,    WAV,  gsm_ms,        8000,  1, 13,   LOW",
        "DIALOGUE_IMA_WAV,    WAV,  adpcm_ima_wav, 8000,  2, 64.3, LOW",
        "DIALOGUE_MS_WAV,     WAV,  adpcm_ms,      8000,  2, 64.8, LOW",
        "DIALOGUE_G722_WAV,   WAV,  adpcm_g722,    16000, 1, 64,   MEDIUM",
        "DIALOGUE_MP3_WAV,    WAV,  mp3,           16000, 2, 64,   MEDIUM",
        "DIALOGUE_AIFF,       AIFF, pcm_s16be,     8000,  2, 256,  LOSSLESS",
        "DIALOGUE_S24_AIFF,   AIFF, pcm_s24be,     8000,  2, 384,  LOSSLESS",
        "DIALOGUE_MULAW_AIFF, AIFF, pcm_mulaw,     8000,  2, 128,  LOW",
        "DIALOGUE_CAF,        CAF,  pcm_s16be,     8000,  2, 256,  LOSSLESS",
        "DIALOGUE_S24_CAF,    CAF,  pcm_s24le,     8000,  2, 384,  LOSSLESS",
        "DIALOGUE_ALAC_CAF,   CAF,  alac,          8000,  2, 50,   LOSSLESS",
        "DIALOGUE_IMA_CAF,    CAF,  adpcm_ima_qt,  8000,  2, 68,   LOW",
        "DIALOGUE_OPUS_CAF,   CAF,  opus,          48000, 2, 70,   MEDIUM",
        "DIALOGUE_AU,         AU,   pcm_mulaw,     8000,  2, 128,  LOW",
        "DIALOGUE_OPUS_MP4,   MP4,  opus,          48000, 2, 70,   MEDIUM",
        "DIALOGUE_MP3_MP4,    MP4,  mp3,           16000, 2, 64,   MEDIUM",
    })
    void whatTelephonesAndBrowsersRecordIsTaken(
            SampleAudio sample, Format format, String codec, int rate, int channels, double kbps, Quality quality) {
        var measures = measures(sample.path());

        assertThat(measures.format()).isEqualTo(format);
        assertThat(measures.codec()).isEqualTo(codec);
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.channels()).isEqualTo(channels);
        assertThat(measures.bitrate()).isCloseTo(kbps, within(kbps / 20));
        assertThat(measures.quality()).isEqualTo(quality);
        assertThat(measures.duration()).isCloseTo(10, within(0.15));
        assertThat(measures.speech().getFirst()).isCloseTo(channels == 2 ? 4 : 8, within(0.4));
        assertThat(measures.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8000, '#!AMR\n', 3c, 31, amr_nb", "16000, '#!AMR-WB\n', 44, 60, amr_wb"})
    void amrIsTakenByItsFrames(int rate, String magic, String header, int size, String codec) throws IOException {
        var measures = measures(Amr.file(folder, magic.translateEscapes(), Integer.parseInt(header, 16), size, 250));

        assertThat(measures.format()).isEqualTo(Format.AMR);
        assertThat(measures.codec()).isEqualTo(codec);
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.duration()).isEqualTo(5);
        assertThat(measures.bitrate()).isCloseTo((size + 1) * 8 * 50 / 1000.0, within(0.1));
        assertThat(measures.warnings()).extracting(Warning::code).containsOnly(Warning.Code.CLIPPED);
    }

    @Test
    void moreThanTwoChannelsHaveNoLayout() {
        var measures = measures(SampleAudio.SIX_CHANNELS_WAV.path());

        assertThat(measures.channels()).isEqualTo(6);
        assertThat(measures.layout()).isEmpty();
        assertThat(measures.speech()).hasSize(6);
    }

    @Test
    void oneChannelIsMono() {
        assertThat(measures(SampleAudio.TONE_WAV.path()).layout()).contains(ChannelLayout.MONO);
    }
}
