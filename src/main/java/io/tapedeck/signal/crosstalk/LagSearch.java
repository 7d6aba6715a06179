package io.tapedeck.signal.crosstalk;

import io.tapedeck.signal.FourierTransform;
import java.util.Arrays;
import java.util.BitSet;

/** Finds by how much sound comes later on one channel than on another: 250 ms at most, or 31 ms earlier. */
final class LagSearch {
    static final double LATEST = 0.25;
    static final double EARLIEST = 0.031;
    private static final int ENOUGH_HERTZ = 4_000;

    private final int factor;
    private final int latest;
    private final int earliest;
    private final int length;
    private final FourierTransform transform;
    private final double[] real;
    private final double[] imaginary;

    /**
     * @param sampleRate Hz
     * @param length samples of a block
     */
    LagSearch(int sampleRate, int length) {
        this.factor = Math.max(1, sampleRate / ENOUGH_HERTZ);
        this.latest = (int) (LATEST * sampleRate / factor);
        this.earliest = (int) (EARLIEST * sampleRate / factor);
        this.length = length;
        this.transform = new FourierTransform(FourierTransform.lengthFor(latest + earliest + length / factor));
        this.real = new double[transform.length()];
        this.imaginary = new double[transform.length()];
    }

    /**
     * The lag at which the frames of a block are most like the other channel, to the nearest sample at 4 to 8 kHz.
     *
     * @return samples by which the target comes later
     */
    int lag(Surroundings source, Surroundings target, BitSet frames) {
        fill(source, target, frames);
        transform.transform(real, imaginary);
        multiply();
        transform.transform(imaginary, real);
        var best = 0;
        for (int lag = -earliest; lag <= latest; lag++) {
            best = Math.abs(real[index(lag)]) > Math.abs(real[index(best)]) ? lag : best;
        }
        return best * factor;
    }

    private int index(int lag) {
        return Math.floorMod(lag, real.length);
    }

    /** As differences, so that what is high in a voice counts as well: there it is least like itself. */
    private void fill(Surroundings source, Surroundings target, BitSet frames) {
        var base = length - latest * factor;
        var count = latest + earliest + length / factor;
        for (int i = 0; i < count; i++) {
            var at = base + i * factor;
            var frame = Math.floorDiv(at - length, target.frameLength());
            real[i] = difference(source.sound(), at);
            imaginary[i] = frame >= 0 && frames.get(frame) ? difference(target.sound(), at) : 0;
        }
        Arrays.fill(real, count, real.length, 0);
        Arrays.fill(imaginary, count, imaginary.length, 0);
    }

    private double difference(float[] sound, int at) {
        var sum = 0.0;
        for (int i = at; i < at + factor; i++) {
            sum += sound[i] - sound[i - factor];
        }
        return sum;
    }

    /** Of the spectra of both, which are the even and the odd part, the product that leads to their correlation. */
    private void multiply() {
        for (int i = 0; i <= real.length / 2; i++) {
            var j = index(-i);
            var xReal = real[i] + real[j];
            var xImaginary = imaginary[i] - imaginary[j];
            var yReal = imaginary[i] + imaginary[j];
            var yImaginary = real[j] - real[i];
            var productReal = xReal * yReal + xImaginary * yImaginary;
            var productImaginary = xReal * yImaginary - xImaginary * yReal;
            real[j] = productReal;
            imaginary[j] = -productImaginary;
            real[i] = productReal;
            imaginary[i] = productImaginary;
        }
    }
}
