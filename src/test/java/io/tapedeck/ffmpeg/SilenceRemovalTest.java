package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Treatment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceRemovalTest {
    private static final SilenceRemoval TWO_SECONDS = new SilenceRemoval(-45, 2, 0.5);

    @TempDir
    Path folder;

    @Test
    void longSilencesAreShortenedToWhatIsKept() {
        var call = tones("between(t,1,3)+between(t,6,8)+between(t,9,10)", "0", 13);

        var produced = shortened(call, TWO_SECONDS);

        assertThat(produced.treatments()).containsExactly(Treatment.SILENCE_REMOVAL);
        assertThat(produced.result().removed()).containsExactly(new Range(3.251, 5.75), new Range(10.251, 12.75));
        assertThat(produced.measures().duration()).isCloseTo(13 - 2 * 2.499, within(0.0005));
    }

    @Test
    void whatIsKeptIsTheSameToTheSample() {
        var call = tones("between(t,1,3)+between(t,6,8)", "0", 13);

        var produced = shortened(call, TWO_SECONDS);

        var before = Samples.of(call);
        var after = Samples.of(produced.file());
        var removed = produced.result().removed().getFirst();
        var start = (int) Math.round(removed.start() * 8000);
        var end = (int) Math.round(removed.end() * 8000);
        assertThat(after.from(0, start - 20).channels())
                .isDeepEqualTo(before.from(0, start - 20).channels());
        assertThat(after.from(start + 20, start + 20 + 20_000).channels())
                .isDeepEqualTo(before.from(end + 20, end + 20 + 20_000).channels());
    }

    @Test
    void onlyWhatIsSilentOnAllChannelsIsSilence() {
        var call = tones("between(t,0,2)+between(t,9,10)", "between(t,3,6)", 10);

        var produced = shortened(call, TWO_SECONDS);

        assertThat(produced.result().removed()).containsExactly(new Range(6.251, 8.75));
    }

    @ParameterizedTest
    @CsvSource({
        "-45, 1.9, 0.5, 4",
        "-45, 2.5, 0.5, 2",
        "-45, 3.5, 0.5, 1",
        "-45, 4.5, 0.5, 0",
        "-30, 1.9, 0.5, 3",
        "-30, 4.5, 0.5, 1",
        "-45, 1.9, 3.5, 1",
        "-45, 1.9, 4,   0",
    })
    void thresholdMinimumAndKeepAreHonoured(double threshold, double minimum, double keep, int count) {
        var soft = "0.02*between(t,12,13)";
        var call = tones("between(t,0,1)+between(t,4,5)+between(t,9,10)+between(t,15,16)+" + soft, "0", 16);
        var wanted = new SilenceRemoval(threshold, minimum, keep);

        var production = Producing.production(shortening(wanted), folder, call);

        switch (production) {
            case Produced produced -> assertThat(produced.result().removed()).hasSize(count);
            case Object other -> assertThat(other).isInstanceOf(Unchanged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5})
    void soMuchIsKeptOfEach(double keep) {
        var call = tones("between(t,1,2)+between(t,5,6)", "0", 9);

        var produced = shortened(call, new SilenceRemoval(-45, 0.9, keep));

        assertThat(produced.result().removed()).hasSize(3);
        var removed =
                produced.result().removed().stream().mapToDouble(Range::length).sum();
        assertThat(removed).isCloseTo(7 - 3 * keep, within(0.007));
        assertThat(produced.measures().duration()).isCloseTo(9 - removed, within(0.0005));
        assertThat(Samples.of(produced.file()).length()).isEqualTo((int) Math.round((9 - removed) * 8000));
    }

    @Test
    void joinsDoNotClick() {
        var hum = folder.resolve("hum.wav");
        SampleAudio.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.3*sin(2*PI*300*t)*(lt(t\\,2)+gt(t\\,6.0033))+0.005*sin(2*PI*50*t):s=8000:d=8",
                hum.toString());

        var produced = shortened(hum, TWO_SECONDS);

        var removed = produced.result().removed().getFirst();
        var after = Samples.of(produced.file()).channels()[0];
        var join = (int) Math.round(removed.start() * 8000);
        var jump = IntStream.range(join - 40, join + 40)
                .mapToDouble(i -> Math.abs(after[i + 1] - after[i]))
                .max()
                .orElseThrow();
        // of the hum itself: 0.005 * 2 pi * 50 / 8000, and as much again where two halves of it are faded
        assertThat(jump).isLessThan(0.0008);
    }

    @Test
    void theRealCallLosesOnlyWhatIsSilent() {
        var call = Path.of("src/test/resources/audio/call-40.wav");
        var wanted = new SilenceRemoval(-45, 0.7, 0.3);

        var produced = shortened(call, wanted);

        var before = Samples.of(call);
        var removed = produced.result().removed();
        assertThat(removed).hasSizeGreaterThan(10);
        var loudest = Math.pow(10, -45 / 20.0);
        for (var range : removed) {
            var silence = before.from(sample(range.start()) - 1100, sample(range.end()) + 1100);
            assertThat(silence.peak()).isLessThan(loudest);
        }
        var length = removed.stream().mapToDouble(Range::length).sum();
        assertThat(Samples.of(produced.file()).length()).isEqualTo(before.length() - sample(length));
        assertThat(produced.measures().speech().getFirst()).isCloseTo(97.3, within(1.5));
    }

    @Test
    void hundredsOfSilencesAreNoTrouble() {
        var call = tones("lt(mod(t,0.6),0.3)", "0", 240);

        var produced = shortened(call, new SilenceRemoval(-45, 0.2, 0.1));

        assertThat(produced.result().removed()).hasSize(400);
        assertThat(produced.measures().duration()).isCloseTo(240 - 400 * 0.2, within(1.0));
    }

    @Test
    void silenceUnderNoiseIsFoundOnceTheNoiseIsGone() {
        var call = tones("0.2*abs(sin(3*PI*t))*(between(t,1,8)+between(t,12,19))", "0", 20);
        var noisy = folder.resolve("noisy.wav");
        SampleAudio.ffmpeg(
                "-i",
                call.toString(),
                "-filter_complex",
                "anoisesrc=c=white:a=0.01:s=1:r=8000,pan=stereo|c0=c0|c1=c0[n];[0][n]amix=normalize=0:duration=first",
                noisy.toString());
        assertThat(Producing.production(shortening(TWO_SECONDS), folder, noisy)).isInstanceOf(Unchanged.class);

        var produced = Producing.produced(
                new Enhancement(Optional.of(Strength.STRONG), Optional.empty(), Optional.of(TWO_SECONDS)),
                folder,
                noisy);

        assertThat(produced.treatments()).contains(Treatment.SILENCE_REMOVAL, Treatment.NOISE_REDUCTION);
        assertThat(produced.result().removed()).hasSize(1);
        assertThat(produced.result().removed().getFirst().start()).isBetween(8.2, 8.5);
        assertThat(produced.result().removed().getFirst().end()).isBetween(11.6, 11.8);
    }

    @Test
    void withoutSilenceAllIsLeft() {
        var production = Producing.production(shortening(TWO_SECONDS), folder, SampleAudio.TONE_WAV.path());

        assertThat(production)
                .isInstanceOfSatisfying(
                        Unchanged.class,
                        unchanged -> assertThat(unchanged.result().notes())
                                .containsExactly(
                                        "No silence was removed: no pause of 2.0 s or more is below -45 dBFS."));
    }

    @Test
    void whatIsSilenceAltogetherIsLeft() {
        var call = tones("0.001", "0", 10);

        assertThat(Producing.production(shortening(TWO_SECONDS), folder, call)).isInstanceOf(Unchanged.class);
    }

    private Produced shortened(Path file, SilenceRemoval wanted) {
        return Producing.produced(shortening(wanted), folder, file);
    }

    private static Enhancement shortening(SilenceRemoval wanted) {
        return new Enhancement(Optional.empty(), Optional.empty(), Optional.of(wanted));
    }

    private static int sample(double seconds) {
        return (int) Math.round(seconds * 8000);
    }

    /** Square waves, so that they begin and end at once, of these amplitudes over t. */
    private Path tones(String first, String second, int seconds) {
        var file = folder.resolve("tones.wav");
        var square = "*0.5*(1-2*mod(floor(t*400),2))";
        var source = ("aevalsrc=(" + first + ")" + square + "|(" + second + ")" + square).replace(",", "\\,");
        SampleAudio.ffmpeg("-f", "lavfi", "-i", source + ":s=8000:d=" + seconds, "-c:a", "pcm_s16le", file.toString());
        return file;
    }
}
