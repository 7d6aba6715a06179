package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Quality;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCallTest {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");

    private Measured measured;

    @BeforeAll
    void measure() {
        measured = Measuring.measured(CALL);
    }

    @Test
    void containerAndCodec() {
        var measures = measured.measures();

        assertThat(measures.format()).isEqualTo(Format.WAV);
        assertThat(measures.codec()).isEqualTo("pcm_s16le");
        assertThat(measures.sampleRate()).isEqualTo(8000);
        assertThat(measures.bitrate()).isEqualTo(256);
        assertThat(measures.quality()).isEqualTo(Quality.LOSSLESS);
        assertThat(measures.warnings()).isEmpty();
    }

    @Test
    void durationIsThatOfItsSamples() {
        assertThat(measured.measures().duration()).isEqualTo(1_963_040 / 8000.0);
    }

    @Test
    void eachSideHasItsOwnChannel() {
        assertThat(measured.measures().channels()).isEqualTo(2);
        assertThat(measured.measures().layout()).contains(ChannelLayout.DUAL);
    }

    /**
     * Frames of 20 ms over a fixed -50, -40 and -30 dBFS with gaps up to 0.3 s closed make 97, 93 and 89 s of the agent
     * and 101, 95 and 89 s of the caller; the channels are clean enough for all of these to be the same segments.
     */
    @Test
    void speakingTimeIsThatOfTheSegmentsSeen() {
        assertThat(measured.measures().speech().get(0)).isBetween(89.0, 99.0);
        assertThat(measured.measures().speech().get(1)).isBetween(89.0, 103.0);
    }

    @Test
    void whatEightBitsMakeOfSilenceIsNoSpeech(@TempDir Path folder) {
        var coarse = folder.resolve("coarse.wav");
        SampleAudio.ffmpeg("-t", "8", "-i", CALL.toString(), "-c:a", "pcm_u8", coarse.toString());

        var speech = Measuring.measured(coarse).measures().speech();

        assertThat(speech.get(0)).isBetween(5.0, 7.0);
        assertThat(speech.get(1)).isBetween(0.5, 2.0);
    }

    @Test
    void loudnessIsWhatEbur128SaysAlone() throws Exception {
        var summary = ebur128Alone();

        var loudness = measured.measures().loudness();
        assertThat(summary).contains("I: " + loudness.integrated() + " LUFS");
        assertThat(summary).contains("LRA: " + loudness.range() + " LU");
        assertThat(summary).contains("Peak: " + loudness.truePeak().orElseThrow() + " dBFS");
    }

    @Test
    void waveformCoversTheWholeAndIsOfBoundedSize() {
        var waveform = measured.waveform();

        assertThat(waveform.channels()).isEqualTo(2);
        assertThat(waveform.sampleRate()).isEqualTo(8000);
        assertThat(waveform.samplesPerPixel()).isEqualTo(128);
        assertThat(waveform.length()).isEqualTo(1_963_040 / 128 + 1);
    }

    private static String ebur128Alone() throws IOException, InterruptedException {
        var filter = "ebur128=peak=true:framelog=verbose";
        var process = new ProcessBuilder("ffmpeg", "-nostdin", "-i", CALL.toString(), "-af", filter, "-f", "null", "-")
                .redirectErrorStream(true)
                .start();
        var log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return log.substring(log.lastIndexOf("Summary")).replaceAll(" +", " ");
    }
}
