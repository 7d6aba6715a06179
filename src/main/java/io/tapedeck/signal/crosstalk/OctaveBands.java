package io.tapedeck.signal.crosstalk;

/**
 * Splits the sound of frames into four octaves, of which the highest ends at half the sample rate. The pyramid of sums
 * and differences is coarse but costs little.
 */
final class OctaveBands {
    static final int COUNT = 4;

    private final float[] rest;

    /**
     * @param frameLength samples of a frame
     */
    OctaveBands(int frameLength) {
        this.rest = new float[frameLength];
    }

    /**
     * The energy in each octave of a frame, the highest first; full scale is 1.
     *
     * @param from where the frame begins in the sound
     */
    double[] energies(float[] sound, int from) {
        System.arraycopy(sound, from, rest, 0, rest.length);
        var energies = new double[COUNT];
        var length = rest.length;
        for (int band = 0; band < COUNT; band++) {
            length /= 2;
            energies[band] = split(length) / (2 << band);
        }
        return energies;
    }

    /** Leaves the sums, and tells the energy of the differences. */
    private double split(int length) {
        var energy = 0.0;
        for (int i = 0; i < length; i++) {
            var first = rest[2 * i];
            var second = rest[2 * i + 1];
            energy += (first - second) * (first - second);
            rest[i] = first + second;
        }
        return energy;
    }
}
