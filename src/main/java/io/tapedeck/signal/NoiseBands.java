package io.tapedeck.signal;

import java.util.Arrays;

/** The bands in which ffmpeg's filter afftdn is told the noise. */
final class NoiseBands {
    /** Hz, each about 1.5 times that before. */
    private static final int[] CENTRES = {
        80, 120, 180, 270, 410, 620, 930, 1400, 2100, 3150, 4750, 7100, 10_700, 16_000, 24_000
    };

    static final int COUNT = CENTRES.length;

    /** From a band's centre to its edges. */
    private static final double EDGE = 1.2247;

    private NoiseBands() {}

    /**
     * For each band the level, in dBFS, of the white noise that is as loud there. Bands beyond the spectrum are taken to
     * be as the last within.
     *
     * @param spectrum lines from 0 Hz to half the sample rate
     */
    static double[] levels(double[] spectrum, int sampleRate) {
        var spacing = sampleRate / 2.0 / (spectrum.length - 1);
        var levels = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            levels[i] = CENTRES[i] > sampleRate / 2 ? levels[i - 1] : Power.level(power(i, spectrum, spacing));
        }
        return levels;
    }

    /** The first band stands for all that lies below too, where the loudest line counts. */
    private static double power(int band, double[] spectrum, double spacing) {
        var from = (int) Math.ceil(CENTRES[band] / EDGE / spacing);
        var to = Math.clamp((int) (CENTRES[band] * EDGE / spacing), 1, spectrum.length - 1);
        return band == 0
                ? Arrays.stream(spectrum, 1, to + 1).max().orElseThrow()
                : Arrays.stream(spectrum, Math.min(from, to), to + 1).average().orElseThrow();
    }
}
