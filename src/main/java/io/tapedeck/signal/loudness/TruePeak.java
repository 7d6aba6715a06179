package io.tapedeck.signal.loudness;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The highest peak of sound between its samples, too, at eight times their rate, as far as 192 kHz. There is no need to look where the
 * samples are so soft that nothing between them can be higher than the peak that is known, which is nearly everywhere.
 */
final class TruePeak {
    private static final int OVERSAMPLING = 8;
    private static final int HIGHEST_RATE = 192_000;
    private static final double FULL_SCALE = 32_768;
    /** Samples of a piece, which is looked at or not: what lies in it is made of it, the one before and the one after. */
    private static final int PIECE = Kernel.TAPS / 2;

    private static final int PIECES = 64;

    /** By where it lies between two samples. */
    private final Kernel[] kernels;
    /** By how much what is between samples can be higher than all of them. */
    private final float overshoot;
    /** How much of that the nearest samples make, and the others. */
    private final float near;

    private final float far;

    private final short[] sound = new short[PIECES * PIECE];
    private final int[] highs = new int[PIECES];
    /** Before the beginning all is silence. */
    private int filled = PIECE;

    private int highest;
    private float peak;

    /** @param sampleRate Hz */
    TruePeak(int sampleRate) {
        var rates = Math.clamp(HIGHEST_RATE / sampleRate, 1, OVERSAMPLING);
        this.kernels = new Kernel[rates - 1];
        for (int i = 1; i < rates; i++) {
            kernels[i - 1] = new Kernel(i / (double) rates);
        }
        this.overshoot = Math.max(1, most(Kernel::overshoot));
        this.near = most(Kernel::near);
        this.far = most(Kernel::far);
    }

    private float most(ToDoubleFunction<Kernel> property) {
        return (float) Stream.of(kernels).mapToDouble(property).max().orElse(0);
    }

    /**
     * Takes samples in.
     *
     * @param farthest how far from 0 the farthest of them is
     */
    void accept(short[] samples, int count, int farthest) {
        highest = Math.max(highest, farthest);
        for (int at = 0; at < count; ) {
            var room = Math.min(count - at, sound.length - filled);
            System.arraycopy(samples, at, sound, filled, room);
            at += room;
            filled += room;
            if (filled == sound.length) {
                look();
                highest = Math.max(highest, at < count ? farthest : 0);
            }
        }
    }

    /** dBFS; absent where there is no sound. To be asked once, at the end. */
    Optional<Double> level() {
        accept(new short[2 * PIECE], 2 * PIECE, 0);
        look();
        return peak == 0 ? Optional.empty() : Optional.of(20 * Math.log10(peak / FULL_SCALE));
    }

    /** At all whole pieces between the first and the last, which stay for the next look. */
    private void look() {
        var pieces = filled / PIECE;
        if (overshoot * highest > peak) {
            lookAt(pieces);
        }
        var done = (pieces - 2) * PIECE;
        System.arraycopy(sound, done, sound, 0, filled - done);
        filled -= done;
        highest = Math.max(high(0), high(1));
    }

    private void lookAt(int pieces) {
        for (int i = 0; i < pieces; i++) {
            highs[i] = high(i);
        }
        // the higher what is known is, the less there is to look into
        for (int i = 1; i < pieces - 1; i++) {
            peak = Math.max(peak, highs[i]);
        }
        for (int i = 1; i < pieces - 1; i++) {
            var high = Math.max(highs[i], Math.max(highs[i - 1], highs[i + 1]));
            if (overshoot * high > peak) {
                lookInto(i * PIECE, high);
            }
        }
    }

    private void lookInto(int piece, float high) {
        for (int i = piece; i < piece + PIECE; i++) {
            var nearest = Math.max(
                    Math.max(Math.abs(sound[i - 1]), Math.abs(sound[i])),
                    Math.max(Math.abs(sound[i + 1]), Math.abs(sound[i + 2])));
            if (near * nearest + far * high > peak) {
                lookBehind(i, high);
            }
        }
    }

    private void lookBehind(int sample, float high) {
        for (var kernel : kernels) {
            var nearest = kernel.near(sound[sample - 1], sound[sample], sound[sample + 1], sound[sample + 2]);
            if (nearest + kernel.far() * high > peak) {
                peak = Math.max(peak, kernel.behind(sound, sample));
            }
        }
    }

    private int high(int piece) {
        var least = 0;
        var greatest = 0;
        for (int i = piece * PIECE, end = i + PIECE; i < end; i++) {
            int sample = sound[i];
            least = Math.min(least, sample);
            greatest = Math.max(greatest, sample);
        }
        return Math.max(greatest, -least);
    }
}
