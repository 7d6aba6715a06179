package io.tapedeck.diarization;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.SpeechRanges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A call with a side on each of two channels at 8 kHz.
 *
 * @param first samples of one side
 * @param second samples of the other
 */
record TwoSidedCall(short[] first, short[] second) {
    static final int RATE = 8000;
    private static final int HEADER = 44;
    private static final double SOFTEST = -50;

    /** Of a WAV file with a plain header. */
    static TwoSidedCall of(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var samples = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        var first = new short[samples.remaining() / 2];
        var second = new short[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = samples.get();
            second[i] = samples.get();
        }
        return new TwoSidedCall(first, second);
    }

    /** Both sides on one channel. */
    short[] mixed() {
        var mixed = new short[first.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (short) ((first[i] + second[i]) / 2);
        }
        return mixed;
    }

    /** When somebody speaks. */
    static List<Range> speech(short[] pcm) {
        var ranges = new SpeechRanges(0, 1, RATE, SOFTEST);
        ranges.accept(pcm, pcm.length);
        return ranges.ranges();
    }

    /** How wrong it is to take these turns for what the sides say. */
    DiarizationError error(List<SpokenTurn> turns) {
        return DiarizationError.of(List.of(speech(first), speech(second)), turns, first.length / (double) RATE);
    }
}
