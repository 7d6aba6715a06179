package io.tapedeck.signal.crosstalk;

import io.tapedeck.signal.Power;
import java.util.BitSet;
import java.util.Optional;

/**
 * Finds the frames of one channel in which nothing is heard but what another leaks. Such a frame is at least 3 dB softer
 * than its source and follows it, all but 40 % of its energy or what would not stand out from the noise alone. A soft
 * voice of its own does not follow, however loud the other is.
 */
final class LeakFinder {
    private static final double SOFTER = 3;
    private static final double HALF = 0.5;
    /** Share of a frame's energy that is left of a leak where the path is known but roughly or codecs have been at work. */
    private static final double MOST_REST = 0.4;
    /** Frames that a path can be told by: no word is shorter. */
    private static final int ENOUGH = 5;

    private static final int FRAMES_BEFORE = (int) Math.ceil(LagSearch.LATEST * 50) + 1;
    private static final int FRAMES_AFTER = (int) Math.ceil(LagSearch.EARLIEST * 50);

    private final LagSearch search;
    private final LeakTally tally;
    private Optional<LeakPath> known = Optional.empty();

    LeakFinder(LagSearch search, LeakTally tally) {
        this.search = search;
        this.tally = tally;
    }

    /**
     * Those of the frames of the current block that are leaks.
     *
     * @param frames that are softer than something on the other channel
     */
    BitSet leaks(Surroundings source, Surroundings target, BitSet frames) {
        var leaks = new BitSet();
        var suspects = BitSet.valueOf(frames.toLongArray());
        known.ifPresent(path -> move(path, source, target, suspects, leaks));
        if (suspects.cardinality() >= ENOUGH) {
            known.map(path -> LeakPath.fit(source, target, suspects, path.lag()))
                    .filter(path -> explains(path, source, target, suspects))
                    .or(() -> searched(source, target, suspects))
                    .ifPresent(path -> {
                        known = Optional.of(path);
                        move(path, source, target, suspects, leaks);
                    });
        }
        return leaks;
    }

    private Optional<LeakPath> searched(Surroundings source, Surroundings target, BitSet suspects) {
        var path = LeakPath.fit(source, target, suspects, search.lag(source, target, suspects));
        return Optional.of(path).filter(found -> explains(found, source, target, suspects));
    }

    /** Active frames that are softer than something shortly before them on the other channel. */
    static BitSet suspects(Surroundings source, Surroundings target) {
        var suspects = new BitSet();
        var frames = target.current().frames();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).active()
                    && source.highest(i - FRAMES_BEFORE, i + FRAMES_AFTER)
                            >= frames.get(i).frame().level() + SOFTER) {
                suspects.set(i);
            }
        }
        return suspects;
    }

    private static boolean explains(LeakPath path, Surroundings source, Surroundings target, BitSet frames) {
        var parts = frames.stream()
                .mapToObj(frame -> path.part(source, target, frame))
                .toList();
        var energy = parts.stream().mapToDouble(LeakPath.Part::target).sum();
        var rest = parts.stream().mapToDouble(LeakPath.Part::rest).sum();
        return rest <= HALF * energy;
    }

    private void move(LeakPath path, Surroundings source, Surroundings target, BitSet suspects, BitSet leaks) {
        var inaudible = target.frameLength() * Power.at(target.current().threshold());
        suspects.stream().boxed().toList().forEach(frame -> {
            var part = path.part(source, target, frame);
            if (part.target() <= HALF * part.source()
                    && (part.rest() <= MOST_REST * part.target() || part.rest() < inaudible)) {
                suspects.clear(frame);
                leaks.set(frame);
                tally.add(path.lag(), part);
            }
        });
    }
}
