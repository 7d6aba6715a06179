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
        this.cosines = new double[lines()];
        this.sines = new double[lines()];
        for (int i = 0; i < lines(); i++) {
            cosines[i] = Math.cos(Math.PI * i / half);
            sines[i] = Math.sin(Math.PI * i / half);
        }
    }

    /** Lines from 0 Hz to half the sample rate, both included. */
    public int lines() {
        return real.length + 1;
    }

    /** The spectrum of a window, so scaled that each line of white noise is the power of that noise. */
    public double[] spectrum(float[] sound) {
        for (int i = 0; i < real.length; i++) {
            real[i] = windowed(sound, 2 * i);
            imaginary[i] = windowed(sound, 2 * i + 1);
        }
        transform.transform(real, imaginary);
        var spectrum = new double[lines()];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = scale * power(i);
        }
        return spectrum;
    }

    private double windowed(float[] sound, int i) {
        return i < sound.length ? sound[i] * window[i] : 0;
    }

    /** Of a line of all samples, from those of the even and the odd ones. */
    private double power(int line) {
        var i = line & real.length - 1;
        var j = real.length - line & real.length - 1;
        var evenReal = (real[i] + real[j]) / 2;
        var evenImaginary = (imaginary[i] - imaginary[j]) / 2;
        var oddReal = (imaginary[i] + imaginary[j]) / 2;
        var oddImaginary = (real[j] - real[i]) / 2;
        var re = evenReal + oddReal * cosines[line] + oddImaginary * sines[line];
        var im = evenImaginary + oddImaginary * cosines[line] - oddReal * sines[line];
        return re * re + im * im;
    }
}
