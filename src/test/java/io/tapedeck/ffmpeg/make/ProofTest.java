package io.tapedeck.ffmpeg.make;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Format;
import io.tapedeck.ffmpeg.FfmpegAudioProcessor;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.make.Masker.Cover;
import io.tapedeck.problem.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in which something is left where nothing is to be are found out. */
class ProofTest {
    private static final int RATE = 8000;
    /** From 1 s to 2 s on the first of two channels. */
    private static final List<List<Span>> SPANS = List.of(List.of(new Span(RATE, 2 * RATE, false)), List.of());

    private static final String LOUD = "0.3*sin(1900*t)*lt(mod(t\\,0.2)\\,0.15)";
    private static final String SILENCE = "0";
    private static final String TONE = "0.1*sin(2*PI*1000*(t-1))*min(1\\,200*min(t-1+0.0000625\\,2-t-0.0000625))";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PCM_S16LE, '0.00004*eq(t\\,1.5)'", "PCM_S16LE, '0.3*sin(2000*t)*eq(n\\,15999)'",
                "PCM_ALAW, '0.001*eq(t\\,1.5)'",
        "FLAC, '0.00004*eq(n\\,8000)'", "MP3, '0.01*sin(3000*t)*between(t\\,1.4\\,1.42)'",
                "AAC, '0.01*sin(3000*t)*between(t\\,1.4\\,1.42)'",
        "VORBIS, '0.01*sin(3000*t)*between(t\\,1.4\\,1.42)'", "MP3, '0.3*sin(1900*t)'"
    })
    void whatIsLeftInSilenceIsFound(Codec codec, String left) {
        assertThat(fault(codec, left, false).orElseThrow().code()).isEqualTo("redaction-not-proven");
        assertThat(fault(codec, SILENCE, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PCM_S16LE, '0.0001*eq(t\\,1.5)'", "PCM_MULAW, '0.01*eq(t\\,1.5)'", "PCM_U8, '0.02*eq(t\\,1.5)'",
        "MP3, '0.1*sin(3000*t)*between(t\\,1.4\\,1.42)'", "AAC, '0.1*sin(3000*t)'", "VORBIS, '0.1*sin(3000*t)'"
    })
    void whatIsLeftBesideAToneIsFound(Codec codec, String left) {
        assertThat(fault(codec, TONE + "+" + left, true).orElseThrow().message())
                .contains(" at 1.");
        assertThat(fault(codec, TONE, true)).isEmpty();
    }

    @Test
    void ofExactCodecsAToneInAnotherPhaseIsNotTheTone() {
        assertThat(fault(Codec.PCM_S16LE, TONE.replace("(t-1))", "(t-1)+1)"), true))
                .isPresent();
    }

    private Optional<Failure> fault(Codec codec, String inside, boolean tones) {
        var format = codec.formats().getFirst();
        var file = folder.resolve(Math.abs(inside.hashCode()) + "." + format.extension());
        var one = "if(between(n\\,8000\\,15999)\\,%s\\,%s)".formatted(inside, LOUD);
        var both = "aevalsrc=%s|0.2*sin(2500*t)*gt(t\\,2.5):s=8000:d=3".formatted(one);
        var name = codec == Codec.MP3 ? "libmp3lame" : codec == Codec.VORBIS ? "libvorbis" : codec.toString();
        SampleAudio.ffmpeg("-f", "lavfi", "-i", both, "-c:a", name, file.toString());
        var measured = (Measured) new FfmpegAudioProcessor(Measuring.SETTINGS).measure(file);
        var made = new Transcoder.Transcoded(file, measured.measures(), measured.waveform());
        var proof = codec.isExact()
                ? new ExactProof(SPANS, tones ? new Beep(RATE)::at : Cover.SILENCE, codec)
                : new LossyProof(SPANS, tones, RATE);
        return new Transcoder(Measuring.SETTINGS, Measuring.SETTINGS.tool())
                .prove(made, encoding(format, codec), proof, share -> {});
    }

    private static Encoding encoding(Format format, Codec codec) {
        return new Encoding(format, codec, RATE, 2, Optional.empty());
    }
}
