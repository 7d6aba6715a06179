package io.tapedeck.signal;

/**
 * Tells dial, ringing, busy, keypad and fax tones by how little is left of a frame without its two strongest lines. Of
 * speech more is left, since its harmonics are many.
 */
final class PureTones {
    /** Enough for keypad tones; those above come out lower and are tones still. */
    private static final int ENOUGH_HERTZ = 4_000;

    private static final int TONES = 2;
    /** Lines on either side that belong to a tone, which 20 ms make so broad. */
    private static final int BREADTH = 2;

    /** Hz, under which every vowel has its first formant. */
    private static final double LOW = 1_000;
    /** Share of a voice's power that is low at least. */
    private static final double LEAST_LOW = 0.03;

    private final int factor;
    private final int lowLines;
    private final float[] sound;
    private final Fourier fourier;

    /**
     * @param sampleRate Hz
     * @param frameLength samples of a frame
     */
    PureTones(int sampleRate, int frameLength) {
        this.factor = Math.max(1, sampleRate / ENOUGH_HERTZ);
        this.sound = new float[Math.max(1, frameLength / factor)];
        this.fourier = new Fourier(sound.length);
        this.lowLines = (int) (LOW * 2 * (fourier.lines() - 1) * factor / sampleRate);
    }

    /**
     * The share of a frame's power that is not in its two strongest tones, from 0 to 1; 0 where all is too high for a
     * voice, as in the howler of a telephone off the hook.
     *
     * @param start of the frame, which goes on to the end
     */
    double remainder(int[] frames, int start) {
        fill(frames, start);
        var spectrum = fourier.spectrum(sound);
        var total = sum(spectrum);
        if (total > 0 && isHigh(spectrum, total)) {
            return 0;
        }
        for (int i = 0; i < TONES; i++) {
            takeStrongest(spectrum);
        }
        return total > 0 ? sum(spectrum) / total : 1;
    }

    private void fill(int[] frames, int start) {
        var mean = 0f;
        for (int i = 0; i < sound.length; i++) {
            var sum = 0;
            var from = start + i * factor;
            for (int j = from; j < Math.min(from + factor, frames.length); j++) {
                sum += frames[j];
            }
            sound[i] = (float) (sum / (double) factor);
            mean += sound[i] / sound.length;
        }
        for (int i = 0; i < sound.length; i++) {
            sound[i] -= mean;
        }
    }

    /** Whether nothing is low enough to be of a voice. */
    private boolean isHigh(double[] spectrum, double total) {
        var low = 0.0;
        for (int i = 0; i < lowLines; i++) {
            low += spectrum[i];
        }
        return low < LEAST_LOW * total;
    }

    private static void takeStrongest(double[] spectrum) {
        var strongest = 0;
        for (int i = 1; i < spectrum.length; i++) {
            strongest = spectrum[i] > spectrum[strongest] ? i : strongest;
        }
        var end = Math.min(spectrum.length - 1, strongest + BREADTH);
        for (int i = Math.max(0, strongest - BREADTH); i <= end; i++) {
            spectrum[i] = 0;
        }
    }

    private static double sum(double[] spectrum) {
        double sum = 0;
        for (double line : spectrum) {
            sum += line;
        }
        return sum;
    }
}
