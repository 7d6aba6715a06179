package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.audio.Treatment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnhancementTest {
    private static final String CALL = "src/test/resources/audio/call-40.wav";
    private static final Enhancement ALL = new Enhancement(
            Optional.of(Strength.MEDIUM),
            Optional.of(new Normalization(-20, -2, false)),
            Optional.of(new SilenceRemoval(-40, 0.5, 0.2)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "wav,  -c:a pcm_s16le",
        "wav,  -c:a pcm_s24le",
        "wav,  -c:a pcm_f32le",
        "wav,  -c:a pcm_mulaw",
        "wav,  -c:a pcm_alaw",
        "wav,  -ac 1 -ar 44100",
        "mp3,  -ar 16000 -b:a 64k",
        "mp3,  -ac 1 -b:a 24k",
        "ogg,  -c:a libopus -b:a 48k",
        "ogg,  -c:a libvorbis -ar 16000",
        "ogg,  -c:a flac",
        "m4a,  -c:a aac -b:a 32k",
        "m4a,  -c:a alac",
        "flac, -c:a flac",
        "webm, -c:a libopus -b:a 48k",
        "webm, -c:a libvorbis -ar 16000",
    })
    void everyFormatKeepsItsKindAndGetsBetterInAllThreeWays(String extension, String options) {
        var noisy = noisy(folder.resolve("noisy." + extension), options);
        var before = Measuring.measures(noisy);

        var produced = Producing.produced(ALL, folder, noisy);

        assertThat(produced.treatments()).containsExactlyInAnyOrder(Treatment.values());
        assertThat(produced.result().notes()).isEmpty();
        var after = Measuring.measures(produced.file());
        assertThat(after.format()).isEqualTo(before.format());
        assertThat(after.codec()).isEqualTo(before.codec());
        assertThat(after.sampleRate()).isEqualTo(before.sampleRate());
        assertThat(after.channels()).isEqualTo(before.channels());
        assertThat(after.bitrate()).isCloseTo(before.bitrate(), within(before.bitrate() * 0.35));
        var quality = produced.result().after().orElseThrow();
        assertThat(quality.signalToNoise())
                .isGreaterThan(produced.result().before().orElseThrow().signalToNoise() + 6);
        var loudness = Ebur128.of(produced.file());
        assertThat(loudness.integrated()).isCloseTo(-20, within(0.5));
        assertThat(loudness.truePeak()).isLessThanOrEqualTo(-2);
        var removed = produced.result().removed().stream()
                .mapToDouble(range -> range.length())
                .sum();
        assertThat(removed).isGreaterThan(1);
        assertThat(after.duration()).isCloseTo(before.duration() - removed, within(0.002));
    }

    @Test
    void moreThanTwoChannelsKeepTheirOrder() {
        var six = folder.resolve("six.wav");
        SampleAudio.ffmpeg(
                "-t",
                "20",
                "-i",
                CALL,
                "-af",
                "pan=5.1|c0=c0|c1=c1|c2=0.1*c0|c3=0.2*c1|c4=0.3*c0|c5=0.4*c1",
                six.toString());
        var wanted = new Enhancement(
                Optional.of(Strength.STRONG),
                Optional.of(new Normalization(-24, -1, true)),
                Optional.of(SilenceRemoval.USUAL));

        var produced = Producing.produced(wanted, folder, six);

        assertThat(produced.measures().channels()).isEqualTo(6);
        var before = Samples.of(six);
        var after = Samples.of(produced.file());
        for (int channel = 0; channel < 6; channel++) {
            assertThat(Ebur128.of(produced.file(), channel).integrated()).isCloseTo(-24, within(0.5));
            assertThat(after.channel(channel).correlation(before.channel(channel)))
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void digitalSilenceIsRefused() {
        var failure = Producing.failure(ALL, folder, SampleAudio.SILENT_WAV.path());

        assertThat(failure.code()).isEqualTo("silent-audio");
        assertThat(failure.message()).isEqualTo("The audio is digital silence; there is nothing to enhance.");
    }

    @Test
    void whatIsTooShortToHaveALoudnessIsRefused() {
        var failure = Producing.failure(ALL, folder, shortened("0.3"));

        assertThat(failure.code()).isEqualTo("no-loudness");
        assertThat(failure.message()).contains("0.4 s").contains("-70 LUFS");
    }

    @Test
    void whatIsTooShortForAnythingElseIsLeft() {
        var wanted = new Enhancement(Optional.of(Strength.STRONG), Optional.empty(), Optional.of(SilenceRemoval.USUAL));

        for (var seconds : List.of("0.001", "0.01", "0.1", "0.3")) {
            var production = Producing.production(wanted, folder, shortened(seconds));

            assertThat(production).asString().startsWith("Unchanged");
        }
    }

    @Test
    void halfASecondHasALoudness() {
        var produced = Producing.produced(
                new Enhancement(Optional.of(Strength.LIGHT), Optional.of(Normalization.USUAL), Optional.empty()),
                folder,
                shortened("0.5"));

        assertThat(produced.measures().duration()).isEqualTo(0.5);
        assertThat(Ebur128.of(produced.file()).integrated()).isCloseTo(-16, within(0.5));
    }

    @Test
    void nothingAskedIsRefused() {
        var nothing = new Enhancement(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Producing.failure(nothing, folder, SampleAudio.TONE_WAV.path())
                        .code())
                .isEqualTo("nothing-to-do");
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        var noisy = noisy(folder.resolve("noisy.wav"), "-c:a pcm_s16le");
        var shares = new ArrayList<Double>();
        var work = Files.createDirectory(folder.resolve("work"));

        var processor = new FfmpegAudioProcessor(Measuring.SETTINGS);
        Producing.production(processor, ALL, List.of(Producing.input(noisy)), work, shares::add);

        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.getLast()).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIALOGUE_WAV", "DIALOGUE_MP3"})
    void theInputIsReadAgainAndAgainButNeverLeftOpen(SampleAudio sample) {
        var open = new AtomicInteger();
        var measures = Measuring.measures(sample.path());
        var input = new AudioInput(measures, () -> {
            open.incrementAndGet();
            return new java.io.FilterInputStream(Files.newInputStream(sample.path())) {
                @Override
                public void close() throws java.io.IOException {
                    open.decrementAndGet();
                    super.close();
                }
            };
        });

        Producing.production(ALL, folder, List.of(input));

        assertThat(open).hasValue(0);
    }

    private Path shortened(String seconds) {
        var file = folder.resolve("short.wav");
        SampleAudio.ffmpeg("-ss", "5", "-t", seconds, "-i", CALL, file.toString());
        return file;
    }

    /** 30 s of the real call under white noise at -50 dBFS. */
    private Path noisy(Path file, String options) {
        var command = new ArrayList<>(List.of("-t", "30", "-i", CALL, "-filter_complex"));
        command.add(
                "anoisesrc=c=white:a=0.008:s=1:r=8000,pan=stereo|c0=c0|c1=c0[n];[0][n]amix=normalize=0:duration=first");
        command.addAll(List.of(options.split(" ")));
        command.add(file.toString());
        SampleAudio.ffmpeg(command.toArray(String[]::new));
        return file;
    }
}
