package io.tapedeck.signal;

import java.util.Arrays;

/** The power spectrum of windows of sound. */
public final class Fourier {
    private final double[] window;
    private final double scale;
    private final FourierTransform transform;
    private final double[] real;
    private final double[] imaginary;

    /**
     * @param length samples of a window
     */
    public Fourier(int length) {
        this.window = new double[length];
        var squares = 0.0;
        for (int i = 0; i < length; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
            squares += window[i] * window[i];
        }
        this.scale = 1 / squares;
        this.transform = new FourierTransform(FourierTransform.lengthFor(length));
        this.real = new double[transform.length()];
        this.imaginary = new double[real.length];
    }

    /** Lines from 0 Hz to half the sample rate, both included. */
    public int lines() {
        return real.length / 2 + 1;
    }

    /** The spectrum of a window, so scaled that each line of white noise is the power of that noise. */
    public double[] spectrum(float[] sound) {
        for (int i = 0; i < real.length; i++) {
            real[i] = i < sound.length ? sound[i] * window[i] : 0;
        }
        Arrays.fill(imaginary, 0);
        transform.transform(real, imaginary);
        var spectrum = new double[lines()];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = scale * (real[i] * real[i] + imaginary[i] * imaginary[i]);
        }
        return spectrum;
    }
}
