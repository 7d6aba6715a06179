package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioProcessor.Production.Unchanged;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Treatment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeNormalizationTest {
    private static final String CALL = "src/test/resources/audio/call-40.wav";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"-16, -1.5", "-14, -3", "-19, -9", "-23, -1", "-30, 0", "-40, -1.5"})
    void aCallComesToTheLoudnessAndStaysBelowThePeak(double loudness, double truePeak) {
        var produced = normalized(call(0), new Normalization(loudness, truePeak, false));

        assertThat(produced.treatments()).containsExactly(Treatment.VOLUME_NORMALIZATION);
        assertThat(produced.result().notes()).isEmpty();
        var found = Ebur128.of(produced.file());
        assertThat(found.integrated()).isCloseTo(loudness, within(0.5));
        assertThat(found.truePeak()).isLessThanOrEqualTo(truePeak);
        assertThat(produced.result().after().orElseThrow().loudness()).isEqualTo(found.integrated());
        assertThat(produced.result().after().orElseThrow().truePeak()).isEqualTo(found.truePeak());
    }

    @ParameterizedTest
    @CsvSource({"-30", "-12", "6"})
    void howLoudTheCallWasMakesNoDifference(int gain) {
        var produced = normalized(call(gain), Normalization.USUAL);

        var found = Ebur128.of(produced.file());
        assertThat(found.integrated()).isCloseTo(-16, within(0.5));
        assertThat(found.truePeak()).isLessThanOrEqualTo(-1.5);
    }

    @Test
    void withoutPeaksInTheWayItIsTheSameGainAllTheTime() {
        var call = call(-12);

        var produced = normalized(call, new Normalization(-20, -1, false));

        var before = Samples.of(call);
        var after = Samples.of(produced.file());
        assertThat(after.length()).isEqualTo(before.length());
        assertThat(after.correlation(before)).isGreaterThan(0.99999);
    }

    @Test
    void theLimiterShiftsAndDullsNothing() {
        var call = call(0);

        var produced = normalized(call, Normalization.USUAL);

        assertThat(Samples.of(produced.file()).length())
                .isEqualTo(Samples.of(call).length());
        assertThat(Samples.of(produced.file()).correlation(Samples.of(call))).isGreaterThan(0.995);
        assertThat(produced.measures().sampleRate()).isEqualTo(8000);
    }

    @ParameterizedTest
    @CsvSource({
        "-c:a libmp3lame -b:a 32k -ar 16000, mp3",
        "-c:a libopus -b:a 24k, ogg",
        "-c:a libvorbis, webm",
        "-c:a aac -b:a 32k, m4a",
        "-c:a pcm_mulaw, wav",
        "-ar 44100, flac"
    })
    void whatTheCodecAddsIsKeptDownToo(String options, String extension) {
        var coded = folder.resolve("coded." + extension);
        SampleAudio.ffmpeg(("-t 40 -i " + CALL + " " + options + " " + coded).split(" "));

        var produced = normalized(coded, Normalization.USUAL);

        var found = Ebur128.of(produced.file());
        assertThat(found.integrated()).isCloseTo(-16, within(0.5));
        assertThat(found.truePeak()).isLessThanOrEqualTo(-1.5);
    }

    @Test
    void eachChannelComesToTheLoudnessByItself() {
        var uneven = folder.resolve("uneven.wav");
        SampleAudio.ffmpeg("-t", "40", "-i", CALL, "-af", "pan=stereo|c0=0.05*c0|c1=0.6*c1", uneven.toString());

        var produced = normalized(uneven, new Normalization(-18, -2, true));

        for (int channel = 0; channel < 2; channel++) {
            var found = Ebur128.of(produced.file(), channel);
            assertThat(found.integrated()).isCloseTo(-18, within(0.5));
            assertThat(found.truePeak()).isLessThanOrEqualTo(-2);
        }
    }

    @Test
    void allChannelsTogetherKeepTheirBalance() {
        var uneven = folder.resolve("uneven.wav");
        SampleAudio.ffmpeg("-t", "40", "-i", CALL, "-af", "pan=stereo|c0=0.05*c0|c1=0.2*c1", uneven.toString());

        var produced = normalized(uneven, Normalization.USUAL);

        var before = Ebur128.of(uneven, 1).integrated() - Ebur128.of(uneven, 0).integrated();
        var after = Ebur128.of(produced.file(), 1).integrated()
                - Ebur128.of(produced.file(), 0).integrated();
        assertThat(after).isCloseTo(before, within(1.0));
    }

    @Test
    void aSilentChannelIsLeftAndNamed() {
        var produced = normalized(SampleAudio.ONE_SIDED_WAV.path(), new Normalization(-24, -1, true));

        assertThat(produced.result().notes())
                .containsExactly(
                        "The volume of channel 1 was not changed: it is too soft or too short to measure its loudness.");
        assertThat(Ebur128.of(produced.file(), 0).integrated()).isCloseTo(-24, within(0.5));
        assertThat(Samples.of(produced.file()).channel(1).peak()).isZero();
    }

    @Test
    void whatIsAsWantedIsLeftAsItIs() {
        var once = normalized(call(-6), new Normalization(-24, -1, false)).file();

        var again = Producing.production(normalizing(new Normalization(-24, -1, false)), folder, once);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Unchanged.class,
                        unchanged -> assertThat(unchanged.result().notes())
                                .hasSize(1)
                                .first()
                                .asString()
                                .startsWith("The volume of the audio was not changed: its loudness is already -2"));
    }

    @Test
    void whatPeaksDoNotAllowIsSaid() {
        var produced = normalized(call(0), new Normalization(-8, -9, false));

        var found = Ebur128.of(produced.file());
        assertThat(found.truePeak()).isLessThanOrEqualTo(-9);
        assertThat(found.integrated()).isLessThan(-8.5);
        assertThat(produced.result().notes()).hasSize(1).first().asString().contains("LUFS instead of -8.0");
    }

    private Produced normalized(Path file, Normalization wanted) {
        return Producing.produced(normalizing(wanted), folder, file);
    }

    private static Enhancement normalizing(Normalization wanted) {
        return new Enhancement(Optional.empty(), Optional.of(wanted), Optional.empty());
    }

    /** 40 s of the real call, so many dB louder. */
    private Path call(int gain) {
        var call = folder.resolve("call.wav");
        SampleAudio.ffmpeg(
                "-t", "40", "-i", CALL, "-af", "volume=" + gain + "dB", "-c:a", "pcm_s24le", call.toString());
        return call;
    }
}
