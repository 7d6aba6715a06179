package io.tapedeck.ffmpeg;

import static io.tapedeck.audio.measure.Warning.Code.CLIPPED;
import static io.tapedeck.audio.measure.Warning.Code.DUPLICATED_CHANNELS;
import static io.tapedeck.audio.measure.Warning.Code.DURATION_MISMATCH;
import static io.tapedeck.audio.measure.Warning.Code.SILENT;
import static io.tapedeck.audio.measure.Warning.Code.SILENT_CHANNEL;
import static io.tapedeck.audio.measure.Warning.Code.TRUNCATED;
import static io.tapedeck.ffmpeg.Measuring.measures;
import static io.tapedeck.ffmpeg.Measuring.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Warning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest {
    @TempDir
    Path folder;

    @Test
    void noSoundAtAllIsSilent() {
        var measures = measures(SampleAudio.SILENT_WAV.path());

        assertThat(measures.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(SILENT);
            assertThat(warning.message()).isEqualTo("No sound on any channel is louder than -60 dBFS.");
        });
        assertThat(measures.loudness().truePeak()).isEmpty();
        assertThat(measures.loudness().integrated()).isEqualTo(-70);
        assertThat(measures.speech()).containsExactly(0.0, 0.0);
    }

    @Test
    void oneSideWithoutSoundIsASilentChannel() {
        assertThat(measures(SampleAudio.ONE_SIDED_WAV.path()).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo(SILENT_CHANNEL);
                    assertThat(warning.message()).endsWith("on channel 1.");
                });
    }

    @Test
    void theSameSoundTwiceIsDuplicated() {
        var measures = measures(SampleAudio.DUPLICATED_WAV.path());

        assertThat(measures.layout()).contains(ChannelLayout.DUPLICATED);
        assertThat(warnings(SampleAudio.DUPLICATED_WAV.path())).containsExactly(DUPLICATED_CHANNELS);
    }

    @Test
    void theSameSoundTwiceInALossyCodecIsDuplicated() {
        var file = folder.resolve("duplicated.mp3");
        SampleAudio.ffmpeg("-i", SampleAudio.DUPLICATED_WAV.path().toString(), "-b:a", "32k", file.toString());

        assertThat(warnings(file)).containsExactly(DUPLICATED_CHANNELS);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIPPED_WAV", "CLIPPED_MULAW_WAV"})
    void soundCutOffAtFullScaleIsClipped(SampleAudio sample) {
        assertThat(warnings(sample.path())).containsExactly(CLIPPED);
    }

    @Test
    void aToneThatJustReachesFullScaleIsNotClipped() {
        var file = folder.resolve("full-scale.wav");
        SampleAudio.ffmpeg("-f", "lavfi", "-i", "aevalsrc=sin(2*PI*1000*t):s=48000:d=1", file.toString());

        assertThat(warnings(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DIALOGUE_WAV",
                "DIALOGUE_RF64_WAV",
                "DIALOGUE_MP3",
                "DIALOGUE_OPUS_OGG",
                "DIALOGUE_VORBIS_OGG",
                "DIALOGUE_FLAC_OGG",
                "DIALOGUE_AAC_FAST_M4A",
                "DIALOGUE_FLAC",
                "DIALOGUE_OPUS_WEBM",
                "DIALOGUE_VORBIS_WEBM",
                "DIALOGUE_CAF",
                "DIALOGUE_S24_CAF",
                "DIALOGUE_IMA_CAF",
                "DIALOGUE_AIFF",
                "DIALOGUE_MULAW_AIFF",
                "DIALOGUE_AU"
            })
    void aFileThatBreaksOffIsTruncated(SampleAudio sample) throws IOException {
        var whole = sample.bytes();
        var file = write(Arrays.copyOf(whole, whole.length * 7 / 10));

        var measures = measures(file);
        assertThat(measures.duration()).isBetween(3.0, 8.0);
        assertThat(measures.warnings())
                .extracting(Warning::code)
                .contains(TRUNCATED)
                .doesNotContain(DURATION_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 70_000})
    void mp3OfWhichFramesAreLostIsDamaged(int lost) throws IOException {
        var bytes = ByteBuffer.allocate(160_000)
                .put(SampleAudio.DIALOGUE_BARE_MP3.bytes())
                .flip();
        var noise = new byte[Math.min(lost, bytes.limit() / 2)];
        new Random(5).nextBytes(noise);
        bytes.put(bytes.limit() / 4, noise);
        var damaged = new byte[bytes.limit()];
        bytes.get(0, damaged);

        assertThat(warnings(write(damaged))).containsExactly(TRUNCATED);
    }

    @Test
    void mp3ThatWasJoinedWithTagsAndPaddingIsNotDamaged() throws IOException {
        var bytes = SampleAudio.DIALOGUE_BARE_MP3.bytes();
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes);
        all.writeBytes(Arrays.copyOf("TAGtitle".getBytes(StandardCharsets.US_ASCII), 128));
        all.writeBytes(bytes);
        all.writeBytes(new byte[3000]);
        all.writeBytes(SampleAudio.DIALOGUE_MP3.bytes());
        all.writeBytes("the end".getBytes(StandardCharsets.US_ASCII));

        assertThat(warnings(write(all.toByteArray()))).doesNotContain(TRUNCATED);
    }

    @Test
    void truncationComesWithFigures() throws IOException {
        var whole = SampleAudio.DIALOGUE_WAV.bytes();
        var file = write(Arrays.copyOf(whole, whole.length - 32_000));

        assertThat(measures(file).duration()).isEqualTo(9);
        assertThat(measures(file).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .isEqualTo("The file states a length of 10.000 s, but only 9.000 s could be decoded."));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32_000, 0x7fffffff, 0xffffffff})
    void aHeaderThatLiesIsADurationMismatch(int claimed) throws IOException {
        var file = write(withClaim(SampleAudio.DIALOGUE_WAV.bytes(), claimed));

        var measures = measures(file);
        assertThat(measures.duration()).isEqualTo(10);
        assertThat(measures.warnings()).extracting(Warning::code).containsExactly(DURATION_MISMATCH);
    }

    @Test
    void chunksAfterTheDataAreNoSound() throws IOException {
        var whole = SampleAudio.DIALOGUE_U8_WAV.bytes();
        var odd = withClaim(whole, 20_001);
        var end = data(whole) + 8 + 20_001 + 1;
        var file = write(ByteBuffer.allocate(end + 14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(odd, 0, end)
                .put("LIST".getBytes())
                .putInt(6)
                .put("abcdef".getBytes())
                .array());

        assertThat(measures(file).duration()).isEqualTo(1.25);
        assertThat(warnings(file)).containsExactly(SILENT_CHANNEL);
    }

    @Test
    void aContainerThatStatesLessThanItHoldsIsADurationMismatch() throws IOException {
        var flac = SampleAudio.DIALOGUE_FLAC.bytes();
        // STREAMINFO: the low 32 of 36 bits of the number of samples
        ByteBuffer.wrap(flac).putInt(8 + 14, 40_000);

        assertThat(warnings(write(flac))).containsExactly(DURATION_MISMATCH);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("audio"), bytes);
    }

    private static byte[] withClaim(byte[] wav, int claimed) {
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(data(wav) + 4, claimed);
        return wav;
    }

    private static int data(byte[] wav) {
        return new String(wav, StandardCharsets.ISO_8859_1).indexOf("data");
    }
}
