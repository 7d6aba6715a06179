package io.tapedeck.signal;

import java.util.Optional;

/**
 * Learns the noise of one channel from its pauses. Noise is what half of them sound like, give or take 6 dB, so that
 * coughs and music do not count; those in which nothing can be heard are left out.
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

    private final int sampleRate;
    private final Fourier fourier;
    private final SpectrumMean[] byLevel = new SpectrumMean[LOUDEST - INAUDIBLE + 1];
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
        var power = Power.of(sound);
        var level = (int) Math.round(Power.level(power));
        if (level >= INAUDIBLE) {
            at(Math.min(level, LOUDEST)).add(power, fourier.spectrum(sound));
            audible++;
        }
    }

    /** Absent if there is none, or too little to tell. */
    Optional<NoiseProfile> profile() {
        if (audible < ENOUGH) {
            return Optional.empty();
        }
        var mean = new SpectrumMean(sampleRate, fourier.lines());
        var median = median();
        var lowest = Math.max(median - TOLERANCE, INAUDIBLE);
        for (int level = lowest; level <= Math.min(median + TOLERANCE, LOUDEST); level++) {
            mean.add(at(level));
        }
        return Optional.of(mean.profile());
    }

    private SpectrumMean at(int level) {
        var index = level - INAUDIBLE;
        if (byLevel[index] == null) {
            byLevel[index] = new SpectrumMean(sampleRate, fourier.lines());
        }
        return byLevel[index];
    }

    private int median() {
        long below = 0;
        for (int index = 0; ; index++) {
            below += byLevel[index] == null ? 0 : byLevel[index].count();
            if (2 * below >= audible) {
                return INAUDIBLE + index;
            }
        }
    }
}
