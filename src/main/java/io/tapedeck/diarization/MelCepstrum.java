package io.tapedeck.diarization;

import io.tapedeck.signal.Fourier;

/** Describes the colour of a sound by mel-frequency cepstral coefficients; the loudness is no part of them. */
final class MelCepstrum {
    static final int COEFFICIENTS = 20;

    private static final int BANDS = 26;
    private static final double LOWEST = 120;
    private static final double HIGHEST = 3700;
    private static final double WINDOW = 0.025;
    private static final double EMPHASIS = 0.97;
    private static final double FULL_SCALE = 32_768;
    private static final double TINY = 1e-10;

    private final Fourier fourier;
    private final float[] window;
    private final double[][] bands;
    private final double[][] cosines = new double[COEFFICIENTS][BANDS];

    MelCepstrum(int sampleRate) {
        this.window = new float[(int) (WINDOW * sampleRate)];
        this.fourier = new Fourier(window.length);
        this.bands = bands(fourier.lines(), sampleRate);
        for (int i = 0; i < COEFFICIENTS; i++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[i][band] = Math.sqrt(2.0 / BANDS) * Math.cos(Math.PI * (i + 1) * (band + 0.5) / BANDS);
            }
        }
    }

    /** Samples that it looks at. */
    int window() {
        return window.length;
    }

    /** Of the 25 ms from a sample on, which is not the first. */
    float[] of(short[] pcm, int from) {
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) ((pcm[from + i] - EMPHASIS * pcm[from + i - 1]) / FULL_SCALE);
        }
        var levels = levels(fourier.spectrum(window));
        var cepstrum = new float[COEFFICIENTS];
        for (int i = 0; i < COEFFICIENTS; i++) {
            var sum = 0.0;
            for (int band = 0; band < BANDS; band++) {
                sum += cosines[i][band] * levels[band];
            }
            cepstrum[i] = (float) sum;
        }
        return cepstrum;
    }

    private double[] levels(double[] spectrum) {
        var levels = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            var power = TINY;
            for (int line = 0; line < spectrum.length; line++) {
                power += bands[band][line] * spectrum[line];
            }
            levels[band] = Math.log(power);
        }
        return levels;
    }

    /** Triangles that overlap, equally wide to the ear. */
    private static double[][] bands(int lines, int sampleRate) {
        var bands = new double[BANDS][lines];
        var step = (mel(HIGHEST) - mel(LOWEST)) / (BANDS + 1);
        for (int line = 0; line < lines; line++) {
            var position = (mel(line * sampleRate / 2.0 / (lines - 1)) - mel(LOWEST)) / step;
            for (int band = 0; band < BANDS; band++) {
                bands[band][line] = Math.max(0, 1 - Math.abs(position - band - 1));
            }
        }
        return bands;
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }
}
