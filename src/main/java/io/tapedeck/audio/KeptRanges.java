package io.tapedeck.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is kept of audio that is cut, and when it is heard afterwards, in seconds. */
public final class KeptRanges {
    /** Seconds by which times that were rounded differ. */
    private static final double ROUNDED = 0.0006;

    private final double[] starts;
    private final double[] ends;
    private final double[] now;

    /** @param ranges in their order, each apart from the next */
    public KeptRanges(List<Range> ranges) {
        this.starts = ranges.stream().mapToDouble(Range::start).toArray();
        this.ends = ranges.stream().mapToDouble(Range::end).toArray();
        this.now = new double[ranges.size() + 1];
        for (int i = 0; i < starts.length; i++) {
            now[i + 1] = now[i] + ends[i] - starts[i];
        }
    }

    /** Seconds of all that is kept. */
    public double duration() {
        return now[starts.length];
    }

    /** When a range is heard, if all of it is kept. */
    public Optional<Range> whole(Range range) {
        for (int i = first(range.start()); i < starts.length && starts[i] <= range.start() + ROUNDED; i++) {
            if (range.end() <= ends[i] + ROUNDED) {
                return Optional.of(moved(range));
            }
        }
        return Optional.empty();
    }

    /** When a range is heard, as far as it is kept, if any of it is. */
    public Optional<Range> part(Range range) {
        var moved = moved(range);
        return moved.length() > ROUNDED ? Optional.of(moved) : whole(range);
    }

    /** When a range is heard; one that is cut away as an instant at the cut. */
    public Range moved(Range range) {
        return new Range(moved(range.start()), moved(range.end()));
    }

    /** When this moment is heard afterwards; of one that is cut away, that of the cut. */
    private double moved(double seconds) {
        var i = first(seconds);
        return i == starts.length ? duration() : now[i] + Math.clamp(seconds - starts[i], 0, ends[i] - starts[i]);
    }

    /** The first range that ends at this moment or later. */
    private int first(double seconds) {
        var found = Arrays.binarySearch(ends, seconds);
        return found >= 0 ? found : -found - 1;
    }
}
