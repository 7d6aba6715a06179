package io.tapedeck.ffmpeg;

import java.util.Optional;

/**
 * Learns the noise of one channel from its pauses. Noise is what more than half of them sound like, give or take 6 dB,
 * so that coughs and music do not count; those in which nothing can be heard are left out.
 */
final class NoiseMeter {
    /** dBFS below which there is nothing to be heard, nor to be taken away by ffmpeg. */
    private static final int INAUDIBLE = -80;

    private static final int TOLERANCE = 6;
    private static final int LOUDEST = 0;
    /** Windows that noise can be told by: 0.6 s of pauses. */
    private static final int ENOUGH = 10;
    /** Windows overlap by half, and every third tells enough. */
    private static final int STEP = 3;

    /** Pauses of about the same level. */
    private static final class Class {
        private final Power power = new Power();
        private final double[] spectrum;

        Class(int lines) {
            spectrum = new double[lines];
        }
    }

    private final int sampleRate;
    private final Fourier fourier;
    private final Class[] classes = new Class[LOUDEST - INAUDIBLE + 1];
    private long pauses;
    private long audible;

    /**
     * @param length samples of a window
     */
    NoiseMeter(int sampleRate, int length) {
        this.sampleRate = sampleRate;
        this.fourier = new Fourier(length);
    }

    /** Takes in a window of a pause. */
    void accept(float[] sound) {
        if (pauses++ % STEP != 0) {
            return;
        }
        var meanSquare = Power.of(sound);
        var level = (int) Math.round(Power.level(meanSquare));
        if (level >= INAUDIBLE) {
            var found = at(Math.min(level, LOUDEST));
            found.power.add(meanSquare);
            fourier.addTo(found.spectrum, sound);
            audible++;
        }
    }

    /** Absent if there is none, or too little to tell. */
    Optional<NoiseProfile> profile() {
        if (audible < ENOUGH) {
            return Optional.empty();
        }
        var power = new Power();
        var spectrum = new double[fourier.lines()];
        var median = median();
        for (int level = median - TOLERANCE; level <= median + TOLERANCE; level++) {
            if (level >= INAUDIBLE && level <= LOUDEST && classes[level - INAUDIBLE] != null) {
                power.add(classes[level - INAUDIBLE].power);
                add(classes[level - INAUDIBLE].spectrum, spectrum);
            }
        }
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] /= power.count();
        }
        return Optional.of(NoiseProfile.of(power.level(), spectrum, sampleRate));
    }

    private Class at(int level) {
        var index = level - INAUDIBLE;
        if (classes[index] == null) {
            classes[index] = new Class(fourier.lines());
        }
        return classes[index];
    }

    private int median() {
        long below = 0;
        for (int index = 0; ; index++) {
            below += classes[index] == null ? 0 : classes[index].power.count();
            if (2 * below >= audible) {
                return INAUDIBLE + index;
            }
        }
    }

    private static void add(double[] spectrum, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += spectrum[i];
        }
    }
}
