package io.tapedeck.ffmpeg;

import static io.tapedeck.ffmpeg.Producing.produced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.RawFormat.Coding;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What only comes in: whatever is made of it is of a format that is written. */
class ReadOnlyFormatsTest {
    private static final AudioTask WITHOUT_ITS_END = new Trim(Optional.empty(), Optional.of(6.0), List.of());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_GSM_WAV,    WAV, pcm_s16le",
        "DIALOGUE_IMA_WAV,    WAV, pcm_s16le",
        "DIALOGUE_MS_WAV,     WAV, pcm_s16le",
        "DIALOGUE_G722_WAV,   WAV, pcm_s16le",
        "DIALOGUE_MP3_WAV,    MP3, mp3",
        "DIALOGUE_AIFF,       WAV, pcm_s16le",
        "DIALOGUE_S24_AIFF,   WAV, pcm_s24le",
        "DIALOGUE_MULAW_AIFF, WAV, pcm_mulaw",
        "DIALOGUE_CAF,        WAV, pcm_s16le",
        "DIALOGUE_S24_CAF,    WAV, pcm_s24le",
        "DIALOGUE_ALAC_CAF,   M4A, alac",
        "DIALOGUE_IMA_CAF,    WAV, pcm_s16le",
        "DIALOGUE_OPUS_CAF,   OGG, opus",
        "DIALOGUE_AU,         WAV, pcm_mulaw",
        "DIALOGUE_OPUS_MP4,   OGG, opus",
        "DIALOGUE_MP3_MP4,    MP3, mp3",
    })
    void aTrimIsOfTheFormatThatFollowsOnIt(SampleAudio sample, Format format, String codec) {
        var measures = produced(WITHOUT_ITS_END, folder, sample.path()).measures();

        assertThat(measures.format()).isEqualTo(format);
        assertThat(measures.codec()).isEqualTo(codec);
        assertThat(measures.duration()).isEqualTo(6);
        assertThat(measures.warnings()).isEmpty();
    }

    @Test
    void amrBecomesWav() throws IOException {
        var trim = new Trim(Optional.empty(), Optional.of(3.0), List.of());

        var measures = produced(trim, folder, Amr.narrow(folder)).measures();
        assertThat(measures.format()).isEqualTo(Format.WAV);
        assertThat(measures.codec()).isEqualTo("pcm_s16le");
        assertThat(measures.duration()).isEqualTo(3);
    }

    @Test
    void pausesInWhichATelephoneSendsNothingLast() throws IOException {
        var file = Amr.withPauses(folder);
        var trim = new Trim(Optional.of(0.5), Optional.empty(), List.of());

        assertThat(Measuring.measures(file).duration()).isEqualTo(5);
        assertThat(Measuring.warnings(file)).doesNotContain(Warning.Code.TRUNCATED);
        var kept = Samples.of(produced(trim, folder, file).file());
        assertThat(kept.length()).isEqualTo(36_000);
        assertThat(kept.from(4_800, 19_200).peak()).isLessThan(0.01);
        assertThat(kept.from(20_800, 27_200).peak()).isGreaterThan(0.1);
        assertThat(kept.from(28_800, 36_000).peak()).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIALOGUE_AIFF", "DIALOGUE_S24_AIFF", "DIALOGUE_CAF", "DIALOGUE_S24_CAF", "DIALOGUE_AU"})
    void whatIsKeptOfPcmIsTheSameToTheBit(SampleAudio sample) {
        var kept = Samples.of(produced(WITHOUT_ITS_END, folder, sample.path()).file());

        var was = Samples.of(sample.path()).from(0, 48_000);
        for (int channel = 0; channel < 2; channel++) {
            assertThat(kept.channels()[channel]).isEqualTo(was.channels()[channel]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_GSM_WAV, 12",
        "DIALOGUE_MS_WAV, 24",
        "DIALOGUE_CAF, 24",
        "DIALOGUE_OPUS_MP4, 24",
        "DIALOGUE_AU, 24"
    })
    void allElseCanBeDoneWithItToo(SampleAudio sample, int kbps) {
        var mono = new Conversion(Format.FLAC, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1));
        var small = new Compression(Optional.empty(), Optional.of(kbps), Optional.empty(), Optional.empty());
        var merge = new Merge(List.of(), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.empty());
        var normalization = new Enhancement.Normalization(-30, -1, false);
        var louder = new Enhancement(Optional.empty(), Optional.of(normalization), Optional.empty());
        var file = sample.path();

        assertThat(produced(mono, folder, file).measures().codec()).isEqualTo("flac");
        assertThat(produced(small, folder, file).measures().codec()).isEqualTo("opus");
        assertThat(produced(louder, folder, file).measures().format().isWritten())
                .isTrue();
        assertThat(produced(merge, folder, file, SampleAudio.DIALOGUE_WAV.path())
                        .measures()
                        .duration())
                .isCloseTo(Measuring.measures(file).duration() + 10, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGUE_RAW_MULAW,  PCM_MULAW,  8000,  2, 128,  pcm_mulaw",
        "DIALOGUE_RAW_ALAW,   PCM_ALAW,   8000,  2, 128,  pcm_alaw",
        "DIALOGUE_RAW_LINEAR, PCM_S16LE,  8000,  2, 256,  pcm_s16le",
        "DIALOGUE_RAW_LINEAR, PCM_S16LE,  16000, 1, 256,  pcm_s16le",
        "DIALOGUE_RAW_G722,   ADPCM_G722, 16000, 1, 64,   pcm_s16le",
        "DIALOGUE_RAW_GSM,    GSM,        8000,  1, 13.2, pcm_s16le",
    })
    void soundWithoutAHeaderIsWhatTheCallerSays(
            SampleAudio sample, Coding coding, int rate, int channels, double kbps, String written) throws IOException {
        var raw = new RawFormat(coding, rate, channels);

        var measures = measures(sample.path(), raw);
        assertThat(measures.format()).isEqualTo(Format.RAW);
        assertThat(measures.codec()).isEqualTo(coding.toString());
        assertThat(measures.sampleRate()).isEqualTo(rate);
        assertThat(measures.channels()).isEqualTo(channels);
        assertThat(measures.bitrate()).isEqualTo(kbps);
        assertThat(measures.duration()).isEqualTo(10);
        assertThat(measures.warnings()).isEmpty();

        var input = new AudioInput(measures, () -> Files.newInputStream(sample.path()));
        var trimmed = made(WITHOUT_ITS_END, input);
        assertThat(trimmed.measures().format()).isEqualTo(Format.WAV);
        assertThat(trimmed.measures().codec()).isEqualTo(written);
        assertThat(trimmed.measures().duration()).isEqualTo(6);
        var twice = new Merge(List.of(), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.empty());
        assertThat(made(twice, input, input).measures().duration()).isEqualTo(20);
    }

    @Test
    void aFileThatSaysItselfWhatItIsIsThat() {
        var raw = new RawFormat(Coding.PCM_MULAW, 8000, 1);

        assertThat(measures(SampleAudio.DIALOGUE_WAV.path(), raw))
                .isEqualTo(Measuring.measures(SampleAudio.DIALOGUE_WAV.path()));
    }

    @Test
    void whatLooksLikeMp3InTheMiddleIsTakenAsTheCallerSays() throws IOException {
        var bytes = SampleAudio.DIALOGUE_BARE_MP3.bytes();
        var file = Files.write(folder.resolve("noise"), Arrays.copyOfRange(bytes, 100, bytes.length));

        var measures = measures(file, new RawFormat(Coding.PCM_MULAW, 8000, 1));
        assertThat(measures.format()).isEqualTo(Format.RAW);
        assertThat(measures.duration()).isEqualTo(Math.round((bytes.length - 100) / 8.0) / 1000.0);
    }

    private Produced made(AudioTask task, AudioInput... inputs) {
        return (Produced) Producing.production(task, folder, List.of(inputs));
    }

    private static AudioMeasures measures(Path file, RawFormat raw) {
        var measurement = new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file, Optional.of(raw));
        return ((Measured) measurement).measures();
    }
}
