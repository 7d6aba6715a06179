package io.tapedeck.signal.crosstalk;

import io.tapedeck.signal.Power;
import io.tapedeck.signal.VoiceBlock;
import java.util.BitSet;

/**
 * Levels of a channel in a block and of another that may leak into it, in dB by octave, as echoes of several lengths
 * would have them.
 */
final class EchoedLevels {
    /** Share of an echo's energy that is left after a frame: of 20 ms and more, 33 ms, and 80 ms and more. */
    static final double[] DECAYS = {0, 0.3, 0.6};

    /** Share of a frame's sound that falls into the next one, since no delay is whole frames. */
    private static final double SPLIT = 0.25;
    /** dB by which a level that is off counts at most: a word of one's own must not hide the path. */
    private static final double FARTHEST = 12;

    private static final int BEFORE = VoiceBlock.FRAMES;
    private static final int EARLIEST = -1;
    private static final int LATEST = (int) Math.round(LagSearch.LATEST * 50);
    private static final double TINY = 1e-9;

    private final double[][][] source;
    private final double[][] target;
    private final double noise;

    private EchoedLevels(double[][][] source, double[][] target, double noise) {
        this.source = source;
        this.target = target;
        this.noise = noise;
    }

    static EchoedLevels of(OctaveBands bands, Surroundings source, Surroundings target) {
        var frames = target.current().frames().size();
        var energies = new double[BEFORE + frames - EARLIEST][];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = bands.energies(source.sound(), source.start(i - BEFORE));
        }
        var echoed = new double[DECAYS.length][][];
        for (int i = 0; i < DECAYS.length; i++) {
            echoed[i] = echo(energies, DECAYS[i]);
        }
        var heard = new double[frames][];
        for (int i = 0; i < frames; i++) {
            heard[i] = levels(bands.energies(target.sound(), target.start(i)));
        }
        var noise = target.frameLength() * Power.at(target.current().threshold()) / OctaveBands.COUNT;
        return new EchoedLevels(echoed, heard, level(noise));
    }

    /** The path by which the frames are the least off. */
    EchoPath search(BitSet frames) {
        var best = fit(frames, 0, 0);
        for (int decay = 0; decay < DECAYS.length; decay++) {
            for (int delay = EARLIEST; delay <= LATEST; delay++) {
                var path = fit(frames, delay, decay);
                best = path.deviation() < best.deviation() ? path : best;
            }
        }
        return best;
    }

    /** By how many dB a frame is louder than the path makes it, in that octave among its loud ones in which it is most so. */
    double excess(EchoPath path, int frame) {
        var echoed = source[path.decay()][BEFORE + frame - path.delay()];
        var loudest = Double.NEGATIVE_INFINITY;
        for (double level : target[frame]) {
            loudest = Math.max(loudest, level);
        }
        var excess = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < OctaveBands.COUNT; band++) {
            if (target[frame][band] > Math.max(noise, loudest - FARTHEST)) {
                excess = Math.max(excess, target[frame][band] - echoed[band] - path.gains()[band]);
            }
        }
        return excess;
    }

    /** The energy that the other channel has had for a frame. */
    double source(EchoPath path, int frame) {
        return sum(source[path.decay()][BEFORE + frame - path.delay()]);
    }

    /** The energy of a frame. */
    double target(int frame) {
        return sum(target[frame]);
    }

    /** dB by which the frames are softer than they were on the other channel. */
    double softer(EchoPath path, BitSet frames) {
        var there = frames.stream().mapToDouble(frame -> source(path, frame)).sum();
        var here = frames.stream().mapToDouble(this::target).sum();
        return 10 * Math.log10(there / here);
    }

    private EchoPath fit(BitSet frames, int delay, int decay) {
        var gains = new double[OctaveBands.COUNT];
        var off = new double[frames.length()];
        var squares = 0.0;
        var all = 0;
        for (int band = 0; band < OctaveBands.COUNT; band++) {
            var count = 0;
            var sum = 0.0;
            for (int i = frames.nextSetBit(0); i >= 0; i = frames.nextSetBit(i + 1)) {
                if (target[i][band] > noise) {
                    off[count] = target[i][band] - source[decay][BEFORE + i - delay][band];
                    sum += off[count++];
                }
            }
            gains[band] = count == 0 ? 0 : sum / count;
            for (int i = 0; i < count; i++) {
                var rest = Math.min(FARTHEST, Math.abs(off[i] - gains[band]));
                squares += rest * rest;
            }
            all += count;
        }
        return new EchoPath(delay, decay, gains, all == 0 ? FARTHEST : Math.sqrt(squares / all));
    }

    /** Levels of what a path makes of energies that has this decay, and no other delay than that of its splitting. */
    private static double[][] echo(double[][] energies, double decay) {
        var levels = new double[energies.length][OctaveBands.COUNT];
        for (int band = 0; band < OctaveBands.COUNT; band++) {
            var echoed = 0.0;
            for (int i = 0; i < energies.length; i++) {
                var before = echoed;
                echoed = decay * before + (1 - decay) * energies[i][band];
                levels[i][band] = level((1 - SPLIT) * echoed + SPLIT * before);
            }
        }
        return levels;
    }

    private static double[] levels(double[] energies) {
        var levels = new double[energies.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(energies[i]);
        }
        return levels;
    }

    private static double level(double energy) {
        return 10 * Math.log10(energy + TINY);
    }

    private static double sum(double[] levels) {
        var sum = 0.0;
        for (double level : levels) {
            sum += Power.at(level);
        }
        return sum;
    }
}
