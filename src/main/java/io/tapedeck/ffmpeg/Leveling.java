package io.tapedeck.ffmpeg;

import io.tapedeck.recording.Enhancement.Normalization;
import io.tapedeck.recording.Loudness;
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
    private static final double TOLERANCE = 0.3;
    /** dB below the highest peak that is allowed; going back to the sample rate raises peaks by up to so much. */
    private static final double MARGIN = 0.5;
    /** dB that limiting takes off peaks at most: more would be heard as distortion. */
    private static final double MOST_LIMITED = 12;
    /** By how much more gain a limiter takes back the more of it there is; found by trial on calls. */
    private static final double OVER_LIMITED = 1.5;
    /** Samples per second beyond which peaks between them are no higher. */
    private static final int ENOUGH_HERTZ = 192_000;

    /** For sound of this loudness. */
    static Leveling of(Normalization wanted, Loudness found) {
        return within(wanted, found, wanted.loudness() - found.integrated(), Optional.empty());
    }

    /** Whether sound of this loudness is as wanted. */
    static boolean isReached(Normalization wanted, Loudness found) {
        return Math.abs(wanted.loudness() - found.integrated()) <= TOLERANCE && excess(wanted, found) <= 0;
    }

    /**
     * A better one, by what came of this one.
     *
     * @param before what it was applied to
     */
    Leveling corrected(Normalization wanted, Loudness before, Loudness found) {
        var excess = excess(wanted, found);
        var lower = excess > 0 ? Optional.of(ceiling.orElse(wanted.truePeak()) - excess - 0.1) : ceiling;
        var missing = wanted.loudness() - found.integrated();
        var more = Math.abs(missing) <= TOLERANCE ? 0 : missing * (ceiling.isPresent() ? OVER_LIMITED : 1);
        return within(wanted, before, gain + more, lower);
    }

    private static Leveling within(Normalization wanted, Loudness before, double gain, Optional<Double> ceiling) {
        var room = wanted.truePeak() - before.truePeak().orElse(Power.SILENCE);
        var most = Math.min(gain, room + MOST_LIMITED);
        return new Leveling(most, ceiling.or(() -> most > room ? Optional.of(wanted.truePeak() - MARGIN) : ceiling));
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
