package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.audio.Treatment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseReductionTest {
    private static final String CALL = "src/test/resources/audio/call-40.wav";
    private static final String ON_BOTH = ",pan=stereo|c0=c0|c1=c0";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "anoisesrc=c=white:a=0.01:s=1:r=8000",
        "anoisesrc=c=white:a=0.05:s=2:r=8000",
        "anoisesrc=c=pink:a=0.02:s=3:r=8000",
        "anoisesrc=c=pink:a=0.1:s=4:r=8000",
        "anoisesrc=c=brown:a=0.05:s=5:r=8000",
        "'aevalsrc=0.03*sin(2*PI*50*t)+0.02*sin(2*PI*100*t)+0.01*sin(2*PI*150*t):s=8000'",
        "'anoisesrc=c=white:a=0.05:s=6:r=8000,highpass=300,lowpass=3400'",
    })
    void steadyNoiseSinksByTwelveDecibelsOrNearlyAndSpeechStays(String noise) {
        var clean = clean();
        var noisy = noisy(clean, noise + ON_BOTH);

        var produced = Producing.produced(reducing(Strength.MEDIUM), folder, noisy);

        assertThat(produced.treatments()).containsExactly(Treatment.NOISE_REDUCTION);
        for (int channel = 0; channel < 2; channel++) {
            var spoken = Samples.of(clean).channel(channel);
            var before = Samples.of(noisy).channel(channel);
            var after = Samples.of(produced.file()).channel(channel);
            var pauses = new Pauses(spoken, 8000);
            assertThat(after.length()).isEqualTo(before.length());
            assertThat(pauses.noise(before) - pauses.noise(after)).isBetween(10.0, 14.0);
            assertThat(pauses.speech(after)).isCloseTo(pauses.speech(spoken), within(0.7));
            assertThat(after.correlation(spoken)).isGreaterThan(0.98).isGreaterThan(before.correlation(spoken));
            assertThat(pauses.unrest(after)).isLessThan(pauses.unrest(before) + 1.5);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.03})
    void theNoiseOfASoftCallSinksAsMuch(double gain) {
        var soft = folder.resolve("soft.wav");
        var clean = clean();
        var noisy = noisy(clean, "anoisesrc=c=white:a=0.01:s=1:r=8000" + ON_BOTH);
        SampleAudio.ffmpeg("-i", noisy.toString(), "-af", "volume=" + gain, soft.toString());

        var produced = Producing.produced(reducing(Strength.MEDIUM), folder, soft);

        var pauses = new Pauses(Samples.of(clean).channel(0), 8000);
        var before = Samples.of(soft).channel(0);
        var after = Samples.of(produced.file()).channel(0);
        assertThat(pauses.noise(before) - pauses.noise(after)).isBetween(8.0, 14.0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 5", "MEDIUM, 10", "STRONG, 15"})
    void eachStrengthTakesMore(Strength strength, double least) {
        var clean = clean();
        var noisy = noisy(clean, "anoisesrc=c=pink:a=0.1:s=8:r=8000" + ON_BOTH);

        var produced = Producing.produced(reducing(strength), folder, noisy);

        var pauses = new Pauses(Samples.of(clean).channel(0), 8000);
        var before = Samples.of(noisy).channel(0);
        var after = Samples.of(produced.file()).channel(0);
        assertThat(pauses.noise(before) - pauses.noise(after)).isBetween(least, least + 5);
    }

    @Test
    void speechThatHardlyStandsOutOfTheNoiseStandsOutMore() {
        var clean = clean();
        var noisy = noisy(clean, "anoisesrc=c=white:a=0.15:s=9:r=8000" + ON_BOTH);

        var produced = Producing.produced(reducing(Strength.STRONG), folder, noisy);

        var spoken = Samples.of(clean).channel(1);
        var pauses = new Pauses(spoken, 8000);
        var before = Samples.of(noisy).channel(1);
        var after = Samples.of(produced.file()).channel(1);
        assertThat(pauses.speech(before) - pauses.noise(before)).isLessThan(8);
        assertThat(pauses.speech(after) - pauses.noise(after))
                .isGreaterThan(pauses.speech(before) - pauses.noise(before) + 6);
        assertThat(after.correlation(spoken)).isGreaterThan(before.correlation(spoken));
    }

    @Test
    void eachChannelLosesItsOwnNoise() {
        var clean = clean();
        var noisy = noisy(
                clean, "anoisesrc=c=white:a=0.02:s=10:r=8000[a];aevalsrc=0.03*sin(2*PI*100*t):s=8000[b];[a][b]amerge");

        var produced = Producing.produced(reducing(Strength.MEDIUM), folder, noisy);

        for (int channel = 0; channel < 2; channel++) {
            var pauses = new Pauses(Samples.of(clean).channel(channel), 8000);
            var before = Samples.of(noisy).channel(channel);
            var after = Samples.of(produced.file()).channel(channel);
            assertThat(pauses.noise(before) - pauses.noise(after)).isBetween(10.0, 14.0);
            assertThat(after.correlation(Samples.of(clean).channel(channel))).isGreaterThan(0.98);
        }
    }

    @Test
    void aCleanChannelIsLeftAsItIs() {
        var clean = clean();
        var noisy = noisy(clean, "anoisesrc=c=white:a=0.05:s=11:r=8000,pan=stereo|c0=c0|c1=0*c0");

        var produced = Producing.produced(reducing(Strength.STRONG), folder, noisy);

        assertThat(produced.result().notes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The noise on channel 1 was not reduced");
        var after = Samples.of(produced.file());
        assertThat(after.channel(1).channels())
                .isDeepEqualTo(Samples.of(clean).channel(1).channels());
        assertThat(after.channel(0).correlation(Samples.of(clean).channel(0))).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(Strength.class)
    void aCleanCallIsLeftAsItIs(Strength strength) {
        assertThat(unchanged(strength, Path.of(CALL)).notes())
                .hasSize(2)
                .allMatch(note -> note.startsWith("The noise on channel"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DIALOGUE_WAV", "DIALOGUE_MULAW_WAV", "DIALOGUE_MP3", "TONE_WAV"})
    void whatHasNoNoiseIsLeftAsItIs(SampleAudio sample) {
        assertThat(unchanged(Strength.STRONG, sample.path()).notes()).isNotEmpty();
    }

    @Test
    void nothingButNoiseIsLeftAsItIs() {
        var noise = folder.resolve("noise.wav");
        SampleAudio.ffmpeg("-f", "lavfi", "-i", "anoisesrc=c=white:a=0.1:s=12:r=8000:d=20", noise.toString());

        assertThat(unchanged(Strength.STRONG, noise).notes())
                .containsExactly("The noise on channel 0 was not reduced: there is no speech on any channel.");
    }

    @Test
    void musicIsNoNoise() {
        var music = folder.resolve("music.wav");
        var chords = "(sin(2*PI*262*ld(0)*t)+sin(2*PI*330*ld(0)*t)+sin(2*PI*392*ld(0)*t))*exp(-mod(t\\,2))";
        SampleAudio.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0*st(0\\,pow(1.19\\,mod(floor(t/2)\\,4)))+0.15*" + chords + ":s=8000:d=30",
                music.toString());

        var production = Producing.production(reducing(Strength.STRONG), folder, music);

        assertThat(production).isInstanceOf(Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100, 48_000})
    void noiseSinksAtAnySampleRate(int rate) {
        var clean = folder.resolve("clean.wav");
        SampleAudio.ffmpeg("-t", "30", "-i", CALL, "-ar", String.valueOf(rate), clean.toString());
        var noisy = noisy(clean, "anoisesrc=c=pink:a=0.05:s=13:r=" + rate + ON_BOTH);

        var produced = Producing.produced(reducing(Strength.MEDIUM), folder, noisy);

        var spoken = Samples.of(clean).channel(0);
        var pauses = new Pauses(spoken, rate);
        var before = Samples.of(noisy).channel(0);
        var after = Samples.of(produced.file()).channel(0);
        assertThat(after.length()).isEqualTo(before.length());
        assertThat(pauses.noise(before) - pauses.noise(after)).isBetween(9.0, 14.0);
        assertThat(after.correlation(spoken)).isGreaterThan(0.98);
    }

    @Test
    void theResultSaysWhatWasGained() {
        var clean = clean();
        var noisy = noisy(clean, "anoisesrc=c=white:a=0.02:s=14:r=8000" + ON_BOTH);

        var result =
                Producing.produced(reducing(Strength.MEDIUM), folder, noisy).result();

        var before = result.before().orElseThrow();
        var after = result.after().orElseThrow();
        var pauses = new Pauses(Samples.of(clean).channel(0), 8000);
        assertThat(before.noiseFloor()).isCloseTo(pauses.noise(Samples.of(noisy).channel(0)), within(1.0));
        assertThat(after.noiseFloor()).isCloseTo(before.noiseFloor() - 12, within(1.0));
        assertThat(after.signalToNoise()).isCloseTo(before.signalToNoise() + 12, within(2.0));
        assertThat(before.loudness()).isEqualTo(Ebur128.of(noisy).integrated());
        assertThat(result.notes()).isEmpty();
    }

    private AudioResult unchanged(Strength strength, Path file) {
        return switch (Producing.production(reducing(strength), folder, file)) {
            case Unchanged(var result) -> {
                assertThat(result.after()).isEqualTo(result.before());
                yield result;
            }
            case Object production -> throw new AssertionError("changed: " + production);
        };
    }

    private static Enhancement reducing(Strength strength) {
        return new Enhancement(Optional.of(strength), Optional.empty(), Optional.empty());
    }

    private Path clean() {
        var clean = folder.resolve("clean.wav");
        SampleAudio.ffmpeg("-t", "30", "-i", CALL, clean.toString());
        return clean;
    }

    private Path noisy(Path clean, String noise) {
        var noisy = folder.resolve("noisy.wav");
        SampleAudio.ffmpeg(
                "-i",
                clean.toString(),
                "-filter_complex",
                noise + "[noise];[0][noise]amix=normalize=0:duration=first",
                noisy.toString());
        return noisy;
    }
}
