package io.tapedeck.ffmpeg;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What the companding of telephony leaves of samples, by the levels that ITU-T G.711 has. */
public enum G711 {
    LINEAR(sample -> sample),
    MU_LAW(nearest(code -> ((((code & 15) << 3) + 132) << (code >> 4)) - 132)),
    A_LAW(nearest(code -> code < 16 ? (code << 4) + 8 : ((code & 15) * 16 + 264) << ((code >> 4) - 1)));

    private final IntUnaryOperator coding;

    G711(IntUnaryOperator coding) {
        this.coding = coding;
    }

    public short[] code(short[] pcm) {
        var coded = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = (short) coding.applyAsInt(pcm[i]);
        }
        return coded;
    }

    /** The nearest of the levels, of which there are as many below zero. */
    private static IntUnaryOperator nearest(IntUnaryOperator level) {
        var levels = IntStream.range(0, 128).map(level).toArray();
        return sample -> {
            var found = Arrays.binarySearch(levels, Math.abs(sample));
            var above = Math.min(found < 0 ? -found - 1 : found, levels.length - 1);
            var below = Math.max(0, above - 1);
            var size = Math.abs(sample);
            var near = levels[above] - size < size - levels[below] ? levels[above] : levels[below];
            return sample < 0 ? -near : near;
        };
    }
}
