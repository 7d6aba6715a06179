package io.tapedeck.transcript;

import io.tapedeck.audio.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is kept of audio that is cut, and when it is heard afterwards. */
final class KeptRanges {
    /** Seconds by which times that were rounded differ. */
    private static final double ROUNDED = 0.0006;

    private final double[] starts;
    private final double[] ends;
    private final double[] now;

    /** @param ranges in their order, each apart from the next */
    KeptRanges(List<Range> ranges) {
        this.starts = ranges.stream().mapToDouble(Range::start).toArray();
        this.ends = ranges.stream().mapToDouble(Range::end).toArray();
        this.now = new double[ranges.size() + 1];
        for (int i = 0; i < starts.length; i++) {
            now[i + 1] = now[i] + ends[i] - starts[i];
        }
    }

    /** Seconds of all that is kept. */
    double duration() {
        return now[starts.length];
    }

    /** The word at its new time if all of it is kept. */
    Optional<Word> whole(Word word) {
        for (int i = first(word.start()); i < starts.length && starts[i] <= word.start() + ROUNDED; i++) {
            if (word.end() <= ends[i] + ROUNDED) {
                return Optional.of(word.at(moved(word.start()), moved(word.end())));
            }
        }
        return Optional.empty();
    }

    /** The word at its new time, as far as it is kept, if any of it is. */
    Optional<Word> part(Word word) {
        var start = moved(word.start());
        var end = moved(word.end());
        return end - start > ROUNDED ? Optional.of(word.at(start, end)) : whole(word);
    }

    /** The word at its new time; one that is cut away as an instant at the cut. */
    Word moved(Word word) {
        return word.at(moved(word.start()), moved(word.end()));
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
