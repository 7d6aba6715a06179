package io.tapedeck.signal.loudness;

import io.tapedeck.signal.SampleFrame;
import io.tapedeck.signal.VoiceFrames;

/**
 * The energy of sound under the two filters of ITU-R BS.1770, which raise what the head raises and take away what is lower than one
 * hears. Only what the sums of a frame hold, up to 4 to 8 kHz, goes through a filter; all above them is raised alike, and is the
 * rest of the whole energy.
 *
 * <p>The high-pass filter runs over the sums. What raises them is no filter but a weight of each frequency, which is a sum of cosines
 * ({@link ShelfWeight}): and the energy of sound so weighted is the same sum of the products of samples one, two, three and so on
 * apart, none of which waits for the one before.
 */
final class KWeighting {
    private static final double PASS_HERTZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;
    private static final double FULL_SCALE = 32_768;
    /** What is left of sound that has ended, before it becomes so little that processors are slow with it. */
    private static final double NOTHING = 1e-9;

    private final int factor;
    private final double above;
    private final double[] weights;
    private final double one;
    private final double two;
    /** Samples that have passed, the last first. */
    private final double[] passed = new double[ShelfWeight.TERMS - 1];

    private int sample;
    private int before;

    /** @param sampleRate Hz */
    KWeighting(int sampleRate) {
        this.factor = VoiceFrames.factor(sampleRate);
        var shelf = new ShelfWeight(sampleRate, factor);
        var k = tangent(sampleRate / (double) factor);
        var scale = scale(k);
        this.one = 2 * (k * k - 1) / scale;
        this.two = (1 - k / PASS_Q + k * k) / scale;
        // which passes a little more than there is, as that of BS.1770 does
        var gain = Math.pow(scale(tangent(sampleRate)), 2);
        this.above = gain * shelf.above() / (FULL_SCALE * FULL_SCALE);
        this.weights = shelf.cosines();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= gain / (scale * scale) / factor / (FULL_SCALE * FULL_SCALE);
        }
    }

    private static double tangent(double rate) {
        return Math.tan(Math.PI * PASS_HERTZ / rate);
    }

    private static double scale(double k) {
        return 1 + k / PASS_Q + k * k;
    }

    /** The sum of the squares of a frame's samples, weighted; full scale is 1. */
    double energy(SampleFrame frame) {
        var held = products(frame.sums());
        return factor == 1 ? held : held + above * (frame.squares() - frame.heldSquares() / (double) factor);
    }

    private double products(int[] sums) {
        var c1 = one;
        var c2 = two;
        var x1 = sample;
        var x2 = before;
        var z1 = passed[0];
        var z2 = passed[1];
        var z3 = passed[2];
        var z4 = passed[3];
        var z5 = passed[4];
        var z6 = passed[5];
        var r0 = 0.0;
        var r1 = 0.0;
        var r2 = 0.0;
        var r3 = 0.0;
        var r4 = 0.0;
        var r5 = 0.0;
        var r6 = 0.0;
        for (int i = sums.length / 2; i < sums.length; i++) {
            var x = sums[i];
            // what waits for the sample before comes last
            var z = Math.fma(-c1, z1, Math.fma(-c2, z2, x - 2 * x1 + x2));
            r0 = Math.fma(z, z, r0);
            r1 = Math.fma(z, z1, r1);
            r2 = Math.fma(z, z2, r2);
            r3 = Math.fma(z, z3, r3);
            r4 = Math.fma(z, z4, r4);
            r5 = Math.fma(z, z5, r5);
            r6 = Math.fma(z, z6, r6);
            x2 = x1;
            x1 = x;
            z6 = z5;
            z5 = z4;
            z4 = z3;
            z3 = z2;
            z2 = z1;
            z1 = z;
        }
        sample = x1;
        before = x2;
        keep(z1, z2, z3, z4, z5, z6);
        return weights[0] * r0
                + weights[1] * r1
                + weights[2] * r2
                + weights[3] * r3
                + weights[4] * r4
                + weights[5] * r5
                + weights[6] * r6;
    }

    private void keep(double... last) {
        for (int i = 0; i < last.length; i++) {
            passed[i] = Math.abs(last[i]) < NOTHING ? 0 : last[i];
        }
    }
}
