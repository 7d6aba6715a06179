package io.tapedeck.signal;

/**
 * The power spectrum of windows of sound. Each second sample goes through the transform as an imaginary part, since half of what a
 * transform of real samples finds would be the mirror of the other.
 */
public final class Fourier {
    private final double[] window;
    private final double scale;
    private final FourierTransform transform;
    private final double[] real;
    private final double[] imaginary;
    private final double[] cosines;
    private final double[] sines;
    private final double[] spectrum;

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
        var half = Math.max(2, FourierTransform.lengthFor(length) / 2);
        this.transform = new FourierTransform(half);
        this.real = new double[half];
        this.imaginary = new double[half];
        this.cosines = new double[half / 2 + 1];
        this.sines = new double[cosines.length];
        this.spectrum = new double[lines()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.cos(Math.PI * i / half);
            sines[i] = Math.sin(Math.PI * i / half);
        }
    }

    /** Lines from 0 Hz to half the sample rate, both included. */
    public int lines() {
        return real.length + 1;
    }

    /** The spectrum of a window, so scaled that each line of white noise is the power of that noise; it is used again for the next. */
    public double[] spectrum(float[] sound) {
        var half = real.length;
        var places = transform.places();
        var pairs = Math.min(sound.length, window.length) / 2;
        for (int i = 0; i < pairs; i++) {
            var place = places[i];
            real[place] = sound[2 * i] * window[2 * i];
            imaginary[place] = sound[2 * i + 1] * window[2 * i + 1];
        }
        for (int i = pairs; i < half; i++) {
            var place = places[i];
            real[place] = 2 * i < sound.length ? sound[2 * i] * window[2 * i] : 0;
            imaginary[place] = 0;
        }
        transform.transformPlaced(real, imaginary);
        spectrum[0] = scale * square(real[0] + imaginary[0]);
        spectrum[half] = scale * square(real[0] - imaginary[0]);
        for (int i = 1; i <= half / 2; i++) {
            power(i, half - i);
        }
        return spectrum;
    }

    /** Of two lines of all samples, each as far from one end as the other from the other, from those of the even and the odd ones. */
    private void power(int i, int j) {
        var evenReal = real[i] + real[j];
        var evenImaginary = imaginary[i] - imaginary[j];
        var oddReal = imaginary[i] + imaginary[j];
        var oddImaginary = real[j] - real[i];
        var turnedReal = oddReal * cosines[i] + oddImaginary * sines[i];
        var turnedImaginary = oddImaginary * cosines[i] - oddReal * sines[i];
        spectrum[i] = scale / 4 * (square(evenReal + turnedReal) + square(evenImaginary + turnedImaginary));
        spectrum[j] = scale / 4 * (square(evenReal - turnedReal) + square(evenImaginary - turnedImaginary));
    }

    private static double square(double value) {
        return value * value;
    }
}
