package io.tapedeck.ffmpeg;

/** The power spectrum of windows of sound, by the fast Fourier transform of Cooley and Tukey. */
final class Fourier {
    private final double[] window;
    private final double scale;
    private final double[] real;
    private final double[] imaginary;

    /**
     * @param length samples of a window
     */
    Fourier(int length) {
        this.window = new double[length];
        var squares = 0.0;
        for (int i = 0; i < length; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
            squares += window[i] * window[i];
        }
        this.scale = 1 / squares;
        this.real = new double[Math.max(2, Integer.highestOneBit(2 * length - 1))];
        this.imaginary = new double[real.length];
    }

    /** Lines from 0 Hz to half the sample rate. */
    int lines() {
        return real.length / 2 + 1;
    }

    /** The spectrum of a window, so scaled that each line of white noise is the power of that noise. */
    double[] spectrum(float[] sound) {
        for (int i = 0; i < real.length; i++) {
            real[i] = i < sound.length ? sound[i] * window[i] : 0;
            imaginary[i] = 0;
        }
        reorder();
        for (int half = 1; half < real.length; half *= 2) {
            combine(half);
        }
        var spectrum = new double[lines()];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = scale * (real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
        return spectrum;
    }

    /** By the bits of the index the other way round. */
    private void reorder() {
        var shift = Integer.numberOfLeadingZeros(real.length) + 1;
        for (int i = 0; i < real.length; i++) {
            var other = Integer.reverse(i) >>> shift;
            if (i < other) {
                var sample = real[i];
                real[i] = real[other];
                real[other] = sample;
            }
        }
    }

    /** Makes of each two transforms of this length one of twice the length. */
    private void combine(int half) {
        for (int k = 0; k < half; k++) {
            var cosine = Math.cos(Math.PI * k / half);
            var sine = -Math.sin(Math.PI * k / half);
            for (int i = k; i < real.length; i += 2 * half) {
                var re = real[i + half] * cosine - imaginary[i + half] * sine;
                var im = real[i + half] * sine + imaginary[i + half] * cosine;
                real[i + half] = real[i] - re;
                imaginary[i + half] = imaginary[i] - im;
                real[i] += re;
                imaginary[i] += im;
            }
        }
    }
}
