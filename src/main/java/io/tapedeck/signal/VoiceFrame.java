package io.tapedeck.signal;

/**
 * What 20 ms of one channel sound like.
 *
 * @param level dBFS, without the constant offset
 * @param voiced periodic as the vocal cords make it, at 70 to 400 Hz
 * @param rest dBFS of what is left without the two strongest tones; the level itself where nobody looked for tones
 * @param whole dBFS of all that the sample rate holds, without the constant offset
 */
public record VoiceFrame(double level, boolean voiced, double rest, double whole) {
    /** dB below the tones of what companding and the ends of 20 ms make of them; of nine in ten frames of speech more is left. */
    private static final double LEFT_OF_TONES = 17;
    /** dB below the tones of what a noisy line adds to them. */
    private static final double NOISE_BELOW_TONES = 12;
    /** dB by which noise is above its own floor at times. */
    private static final double NOISE_VARIES = 2;

    /**
     * Whether it is made of one or two pure tones, as telephones signal, and noise.
     *
     * @param noise dBFS of what is always there
     */
    boolean isTonal(double noise) {
        return voiced && rest < Math.max(level - LEFT_OF_TONES, noise + NOISE_VARIES);
    }

    /** Whether it is made of one or two pure tones on a line of any kind, whatever was there before. */
    public boolean isPure() {
        return voiced && rest < level - NOISE_BELOW_TONES;
    }
}
