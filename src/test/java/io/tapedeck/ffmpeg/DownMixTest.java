package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownMixTest {
    private static final Path DIALOGUE = SampleAudio.DIALOGUE_WAV.path();

    @TempDir
    Path folder;

    @Test
    void oneVoiceInOppositePhaseIsKeptWhole() {
        var opposite = panned("stereo|c0=c0|c1=-1*c0", "opposite.wav");

        var mono = converted(opposite, 1);

        var voice = Samples.of(DIALOGUE).channel(0);
        assertThat(mono.level(0)).isCloseTo(voice.level(0), within(1e-5));
        assertThat(mono.correlation(voice)).isGreaterThan(0.9999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stereo|c0=0.3*c0|c1=-1*c0", "stereo|c0=c0|c1=-0.8*c0+0.2*c1", "stereo|c0=-1*c0|c1=c0"})
    void oppositePhaseNeedNotBeExact(String pan) {
        var mono = converted(panned(pan, "nearly.wav"), 1);

        assertThat(Math.abs(mono.correlation(Samples.of(DIALOGUE).channel(0)))).isGreaterThan(0.95);
        assertThat(mono.level(0)).isGreaterThan(0.6 * Samples.of(DIALOGUE).level(0));
    }

    @Test
    void oppositePhaseSurvivesALossyCodec() {
        var opposite = panned("stereo|c0=c0|c1=-1*c0", "opposite.mp3");

        var mono = converted(opposite, 1);

        assertThat(mono.level(0)).isCloseTo(Samples.of(DIALOGUE).level(0), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anyOfManyChannelsMayBeTheOpposite(int channels) {
        var many = panned("4.0|c0=c0|c1=c1|c2=-1*c0|c3=-1*c1", "many.wav");

        var mixed = converted(many, channels);

        var voices = Samples.of(DIALOGUE);
        assertThat(mixed.channel(0).correlation(voices.channel(0))).isGreaterThan(0.4);
        assertThat(mixed.channel(channels - 1).correlation(voices.channel(1))).isGreaterThan(0.4);
        assertThat(mixed.level(0)).isGreaterThan(0.3 * voices.level(0));
    }

    @Test
    void twoSidesOfACallAreMixedAsTheyAre() {
        var mono = converted(DIALOGUE, 1);

        var sides = Samples.of(DIALOGUE).channels();
        for (int i = 0; i < mono.length(); i += 100) {
            assertThat(mono.channels()[0][i]).isCloseTo((sides[0][i] + sides[1][i]) / 2, within(1.0 / 32_000));
        }
    }

    @Test
    void channelsThatAreKeptApartKeepTheirPhase() {
        var opposite = panned("stereo|c0=c0|c1=-1*c0", "opposite.wav");

        var same = converted(opposite, 2);

        assertThat(same.channels()).isDeepEqualTo(Samples.of(opposite).channels());
    }

    private Path panned(String pan, String name) {
        var file = folder.resolve(name);
        SampleAudio.ffmpeg("-i", DIALOGUE.toString(), "-af", "pan=" + pan, file.toString());
        return file;
    }

    private Samples converted(Path file, int channels) {
        var task = new Conversion(
                Format.WAV, Optional.of(Codec.PCM_S16LE), Optional.empty(), Optional.empty(), Optional.of(channels));
        return Samples.of(Producing.produced(task, folder, file).file());
    }
}
