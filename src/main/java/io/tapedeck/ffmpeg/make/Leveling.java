package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.signal.Power;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings sound to a loudness by the same gain all the time, and keeps its peaks down where that would make them too
 * high. Peaks between samples are caught at four times the sample rate.
 *
 * @param gain dB
 * @param ceiling dBFS that the limiter lets through; absent where no limiter is needed
 */
record Leveling(double gain, Optional<Double> ceiling) {
    static final Leveling NONE = new Leveling(0, Optional.empty());

    /** LU within which loudness needs no correction. */
    private static final double TOLERANCE = 0.4;
    /** dB below the highest peak that is allowed; going back to the sample rate raises peaks by up to so much. */
    private static final double MARGIN = 0.5;
    /** dB that limiting takes off peaks at most: more would be heard as distortion. */
    private static final double MOST_LIMITED = 12;
    /** The square of the dB taken off the highest peak over the LU that this costs a call; measured. */
    private static final double COST = 30;
    /** How much more gain a limited LU takes than a free one. */
    private static final double OVER_LIMITED = 1.5;
    /** LU, more than there can be. */
    private static final double WORSE = 100;
    /** Samples per second beyond which peaks between them are no higher. */
    private static final int ENOUGH_HERTZ = 192_000;

    /**
     * For sound of this loudness.
     *
     * @param headroom dB that the codec may add to peaks
     */
    static Leveling of(Normalization wanted, Loudness found, double headroom) {
        var missing = wanted.loudness() - found.integrated();
        var peak = missing + found.truePeak().orElse(Power.SILENCE);
        if (peak <= wanted.truePeak() - headroom) {
            return new Leveling(missing, Optional.empty());
        }
        var ceiling = wanted.truePeak() - Math.max(headroom, MARGIN);
        var limited = Math.min(peak - ceiling, MOST_LIMITED);
        return new Leveling(missing + limited * limited / COST, Optional.of(ceiling)).within(found);
    }

    /** Whether sound of this loudness is as wanted. */
    static boolean isReached(Normalization wanted, Loudness found) {
        return Math.abs(wanted.loudness() - found.integrated()) <= TOLERANCE && excess(wanted, found) <= 0;
    }

    /**
     * The same if sound came out as wanted, else a better one.
     *
     * @param before what it was applied to
     */
    Leveling corrected(Normalization wanted, Loudness before, Loudness found) {
        if (isReached(wanted, found)) {
            return this;
        }
        var excess = excess(wanted, found);
        var missing = wanted.loudness() - found.integrated();
        var next = excess > 0 || ceiling.isPresent()
                ? Optional.of(Math.min(ceiling.orElse(wanted.truePeak()) - excess, wanted.truePeak()) - MARGIN / 2)
                : ceiling;
        return new Leveling(gain + missing * (ceiling.isPresent() ? OVER_LIMITED : 1), next).within(before);
    }

    /** How far sound is from what was wanted, in LU; a peak that is too high is worse than any loudness. */
    static double distance(Normalization wanted, Loudness found) {
        var excess = excess(wanted, found);
        return Math.abs(wanted.loudness() - found.integrated()) + (excess > 0 ? WORSE + excess : 0);
    }

    private Leveling within(Loudness before) {
        var most = ceiling.map(
                highest -> highest + MOST_LIMITED - before.truePeak().orElse(Power.SILENCE));
        return new Leveling(Math.min(gain, most.orElse(gain)), ceiling);
    }

    private static double excess(Normalization wanted, Loudness found) {
        return found.truePeak().orElse(Power.SILENCE) - wanted.truePeak();
    }

    /** Filters, joined by commas. */
    String filters(int sampleRate) {
        var volume = String.format(Locale.ROOT, "volume=%.2fdB:precision=float", gain);
        return ceiling.map(highest -> volume + limiter(highest, sampleRate)).orElse(volume);
    }

    private static String limiter(double highest, int sampleRate) {
        var factor = Math.clamp(ENOUGH_HERTZ / sampleRate, 1, 4);
        var resampler = ",aresample=%d:filter_size=64:cutoff=0.98";
        return String.format(
                Locale.ROOT,
                resampler + ",alimiter=limit=%.5f:level=0:latency=1" + resampler,
                sampleRate * factor,
                Math.pow(10, highest / 20),
                sampleRate);
    }
}
