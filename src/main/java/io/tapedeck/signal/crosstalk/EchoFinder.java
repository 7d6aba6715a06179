package io.tapedeck.signal.crosstalk;

import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the frames of one channel that are another's leak though their samples do not follow: in each octave their level
 * follows the other's over the 250 ms before. Two voices at once do not: their levels are off by 5 dB and more.
 */
final class EchoFinder {
    private static final double SOFTER = 3;
    /** Frames that a path can be told by. */
    private static final int ENOUGH = 8;
    /** dB by which the levels of a leak are off, since an echo takes some harmonics for others. */
    private static final double MOST_DEVIATION = 3.8;
    /** dB above the echo that an octave of a frame has at times. */
    private static final double MOST_EXCESS = 7;
    /** dB over the threshold that are heard for sure, whatever the room does. */
    private static final double FOR_SURE = 6;

    private final OctaveBands bands;
    private final EchoTally tally;
    private Optional<EchoPath> known = Optional.empty();
    private double softer;

    EchoFinder(int frameLength, EchoTally tally) {
        this.bands = new OctaveBands(frameLength);
        this.tally = tally;
    }

    /**
     * Those of the frames of the current block that are echoes.
     *
     * @param suspects that are softer than something on the other channel
     */
    BitSet echoes(Surroundings source, Surroundings target, BitSet suspects) {
        var echoes = new BitSet();
        if (suspects.cardinality() >= ENOUGH || known.isPresent() && !suspects.isEmpty()) {
            var levels = EchoedLevels.of(bands, source, target);
            learn(levels, suspects);
            known.ifPresent(path -> suspects.stream()
                    .filter(frame -> levels.excess(path, frame) <= MOST_EXCESS)
                    .forEach(frame -> {
                        echoes.set(frame);
                        tally.add(levels.source(path, frame), levels.target(frame));
                    }));
        }
        known.ifPresent(path -> miss(path, source, target));
        return echoes;
    }

    private void learn(EchoedLevels levels, BitSet suspects) {
        if (suspects.cardinality() < ENOUGH) {
            return;
        }
        var path = levels.search(suspects);
        var found = levels.softer(path, suspects);
        if (found >= SOFTER && path.deviation() <= MOST_DEVIATION) {
            known = Optional.of(path);
            softer = found;
            tally.found(path);
        } else if (found >= SOFTER) {
            tally.foundNone();
        }
    }

    private void miss(EchoPath path, Surroundings source, Surroundings target) {
        var audible = target.current().threshold() + FOR_SURE + softer;
        var frames = target.current().frames();
        for (int i = 0; i < frames.size(); i++) {
            if (!frames.get(i).active() && source.lowest(i - path.delay() - 1, i - path.delay() + 1) >= audible) {
                tally.miss();
            }
        }
    }
}
