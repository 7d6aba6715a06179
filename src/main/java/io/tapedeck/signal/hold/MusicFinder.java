package io.tapedeck.signal.hold;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.Power;
import io.tapedeck.signal.SampleSums;
import io.tapedeck.signal.VoiceFrames;
import java.util.List;

/**
 * Finds music on one channel. It is where for the most part what is heard are partials that stay where they are from one window to the
 * next, which those of a voice hardly do. Drums between them do no harm; drums alone are not found, nor are slow melodies of one low
 * instrument.
 */
public final class MusicFinder {
    /** Enough for the partials that tell: more would cost time. */
    private static final int ENOUGH_HERTZ = 4_000;
    /** Seconds from one window to the next, which overlaps it by half. */
    private static final double STEP = 0.064;

    private final int factor;
    private final int step;
    private final double softest;
    private final PartialSpectrum spectrum;
    private final SteadyStretches stretches;
    private final HeldVowels vowels;
    private final float[] window;
    private PartialSpectrum.Peaks before = PartialSpectrum.Peaks.NONE;
    /** Of the first half of the window, where it is known. */
    private SampleSums half = new SampleSums(0, 0, 0);

    private int filled;
    private float sum;
    private int summed;

    /**
     * @param sampleRate Hz of the channel
     * @param softest dBFS below which there is no music
     */
    public MusicFinder(int sampleRate, double softest) {
        this.factor = Math.max(1, VoiceFrames.rate(sampleRate) / ENOUGH_HERTZ);
        var rate = VoiceFrames.exactRate(sampleRate) / factor;
        this.step = (int) Math.round(STEP * rate);
        this.window = new float[2 * step];
        this.softest = Power.at(softest);
        this.spectrum = new PartialSpectrum(rate, window.length);
        this.stretches = new SteadyStretches(step / rate);
        this.vowels = new HeldVowels(stretches::accept);
    }

    /** Takes the next sound of the channel in, as {@link io.tapedeck.signal.SampleFrame} has it. */
    public void accept(float[] sound) {
        for (int at = 0; at < sound.length; ) {
            at = fill(sound, at);
            if (filled == window.length) {
                listen();
            }
        }
    }

    /** Takes in what has room in the window, and tells where the rest begins. */
    private int fill(float[] sound, int from) {
        var at = from;
        while (at < sound.length && summed > 0) {
            at = fillOne(sound, at);
        }
        at = fillWhole(sound, at, Math.min(window.length - filled, (sound.length - at) / factor));
        while (at < sound.length && filled < window.length) {
            at = fillOne(sound, at);
        }
        return at;
    }

    private int fillOne(float[] sound, int at) {
        sum += sound[at];
        if (++summed == factor) {
            window[filled++] = sum / factor;
            sum = 0;
            summed = 0;
        }
        return at + 1;
    }

    private int fillWhole(float[] sound, int from, int count) {
        var share = 1f / factor;
        var into = window;
        var at = from;
        for (int i = filled, end = filled + count; i < end; i++) {
            var open = 0f;
            for (int last = at + factor; at < last; at++) {
                open += sound[at];
            }
            into[i] = open * share;
        }
        filled += count;
        return at;
    }

    /** In their order, however short. To be asked once, at the end. */
    public List<Range> stretches() {
        vowels.end();
        return stretches.stretches();
    }

    private void listen() {
        if (half.count() == 0) {
            half = SampleSums.of(window, 0, step);
        }
        var here = SampleSums.of(window, step, step);
        var peaks = half.plus(here).power() < softest ? PartialSpectrum.Peaks.NONE : spectrum.of(window);
        var steady = peaks.near(before);
        vowels.accept(Pitch.isHum(steady) ? 0 : share(steady, peaks), Pitch.of(steady));
        before = peaks;
        half = here;
        System.arraycopy(window, step, window, 0, step);
        filled = step;
    }

    private static double share(List<Partial> steady, PartialSpectrum.Peaks all) {
        var power = 0.0;
        for (var partial : steady) {
            power += partial.power();
        }
        return all.power() > 0 ? Math.min(1, power / all.power()) : 0;
    }
}
