package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Range;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.VoiceRanges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesTest {
    private static final int RATE = Recognizer.SAMPLE_RATE;
    private static final List<Range> TURNS =
            List.of(new Range(1, 6), new Range(7, 11), new Range(12, 17), new Range(18, 24));

    @TempDir
    Path folder;

    @Test
    void whoTakesTurnsOnOneChannelIsToldApart() throws IOException {
        var words = Spoken.words("good 1-1.5", "morning 5-5.5", "hello 7.2-8", "what 13-13.4", "nothing 20-21");

        assertThat(Voices.toldApart(channel(TURNS), words, 2))
                .extracting(SpokenWord::voice)
                .containsExactly(
                        Voice.ofSpeaker(0),
                        Voice.ofSpeaker(0),
                        Voice.ofSpeaker(1),
                        Voice.ofSpeaker(0),
                        Voice.ofSpeaker(1));
    }

    @Test
    void whereNoVoiceIsKnownNobodyIsMadeUp() throws IOException {
        assertThat(Voices.toldApart(channel(List.of()), Spoken.words("good 1-1.5"), 2))
                .extracting(SpokenWord::voice)
                .containsExactly(Voice.UNKNOWN);
    }

    @Test
    void aSoundIsReadAsOftenAsItIsAskedFor() throws IOException {
        var pcm = folder.resolve("ramp.pcm");
        var bytes = ByteBuffer.allocate(400_000).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putShort((short) (bytes.position() / 8));
        }
        Files.write(pcm, bytes.array());
        var samples = new short[3];
        try (var sound = HalvedSound.of(pcm)) {
            assertThat(sound.length()).isEqualTo(100_000);
            assertThat(sound.sampleRate()).isEqualTo(8000);
            for (int at : new int[] {0, 40_000, 16_383, 39_999, 99_997}) {
                sound.read(at, samples);
                assertThat(samples).containsExactly((short) (at / 2), (short) ((at + 1) / 2), (short) ((at + 2) / 2));
            }
            sound.read(-1, samples);
            assertThat(samples).containsExactly((short) 0, (short) 0, (short) 0);
            sound.read(99_999, samples);
            assertThat(samples[1]).isZero();
        }
    }

    /** Two voices of another pitch in turn. */
    private SpokenChannel channel(List<Range> turns) throws IOException {
        var bytes = ByteBuffer.allocate(2 * 25 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        for (int turn = 0; turn < turns.size(); turn++) {
            for (int i = (int) (turns.get(turn).start() * RATE);
                    i < turns.get(turn).end() * RATE;
                    i++) {
                bytes.putShort(2 * i, voice(i / (double) RATE, turn % 2 == 0 ? 110 : 210));
            }
        }
        var pcm = folder.resolve("channel.pcm");
        Files.write(pcm, bytes.array());
        return new SpokenChannel(0, pcm, new VoiceRanges(turns));
    }

    private static short voice(double seconds, double pitch) {
        var phase = 2 * Math.PI * (pitch * seconds + 2 * Math.sin(2 * Math.PI * 0.7 * seconds));
        var sum = 0.0;
        for (int harmonic = 1; harmonic * pitch < 3500; harmonic++) {
            sum += Math.sin(harmonic * phase + harmonic * harmonic) / harmonic;
        }
        return (short) (6000 * sum * (0.6 + 0.4 * Math.sin(6 * Math.PI * seconds)));
    }
}
