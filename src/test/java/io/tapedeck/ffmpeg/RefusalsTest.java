package io.tapedeck.ffmpeg;

import static io.tapedeck.ffmpeg.Measuring.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Measurement.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFile() throws IOException {
        assertThat(failure(write(new byte[0])).code()).isEqualTo("empty-file");
    }

    @ParameterizedTest
    @EnumSource(names = {"AC3_MP4", "OPUS_MATROSKA", "VIDEO_MP4"})
    void whatIsNotAccepted(SampleAudio sample) {
        var failure = failure(sample.path());

        assertThat(failure.code()).isEqualTo("unsupported-format");
        assertThat(failure.message()).contains("wav", "mp3", "ogg", "m4a", "flac", "webm");
        assertThat(failure.message()).doesNotContainIgnoringCase("ffmpeg").doesNotContain("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "RIFF", "ID3", "#EXTM3U\nsecret.wav\n", "%PDF-1.7", "\0\0\0\0\0\0\0\0\0\0\0\0"})
    void whatIsNoAudioAtAll(String text) throws IOException {
        assertThat(failure(write(text.getBytes(StandardCharsets.ISO_8859_1))).code())
                .isEqualTo("unsupported-format");
    }

    @Test
    void randomBytes() throws IOException {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);

        assertThat(failure(write(bytes)).code()).isEqualTo("unsupported-format");
    }

    @Test
    void aPictureAlone() {
        assertThat(failure(SampleAudio.COVER_ONLY_M4A.path()).code()).isEqualTo("no-audio");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 30, 44, 78})
    void aWavHeaderAlone(int length) throws IOException {
        assertThat(failure(write(Arrays.copyOf(SampleAudio.TONE_WAV.bytes(), length)))
                        .code())
                .isEqualTo("no-audio");
    }

    @Test
    void nineChannels() {
        var failure = failure(SampleAudio.NINE_CHANNELS_WAV.path());

        assertThat(failure.code()).isEqualTo("too-many-channels");
        assertThat(failure.message()).contains("8");
    }

    @Test
    void aSampleRateOutOfBounds() {
        var file = folder.resolve("slow.wav");
        SampleAudio.ffmpeg("-i", SampleAudio.TONE_WAV.path().toString(), "-ar", "2000", file.toString());

        assertThat(failure(file).code()).isEqualTo("unsupported-sample-rate");
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_AAC_M4A, 90",
        "DIALOGUE_ALAC_M4A, 50",
        "DIALOGUE_FLAC, 0",
        "DIALOGUE_OPUS_OGG, 0",
        "DIALOGUE_OPUS_WEBM, 0"
    })
    void aFileThatBreaksOffBeforeItsSound(SampleAudio sample, int percent) throws IOException {
        var whole = sample.bytes();

        assertThat(failure(write(Arrays.copyOf(whole, 60 + whole.length * percent / 100)))
                        .code())
                .isEqualTo("unreadable-audio");
    }

    @Test
    void soundThatIsTooLong() {
        var processor = new FfmpegAudioProcessor(Measuring.SETTINGS.withLongest(Duration.ofSeconds(9)));

        assertThat(processor.measure(SampleAudio.DIALOGUE_OPUS_OGG.path()))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.failure().code()).isEqualTo("too-long"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("audio.wav"), bytes);
    }
}
