package io.tapedeck.transcript;

import io.tapedeck.audio.KeptRanges;
import io.tapedeck.audio.Range;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Has a transcript follow audio that is cut. Turns stay turns, as far as a word of them is left. */
public final class Retiming {
    private Retiming() {}

    /**
     * After speech may have been cut away: words that were go, and so do words that were cut through.
     *
     * @param kept what is kept of the audio, in its order, each range apart from the next
     */
    public static Transcript cut(Transcript transcript, List<Range> kept) {
        var times = new KeptRanges(kept);
        return retimed(
                transcript, times.duration(), word -> times.whole(range(word)).map(word::at));
    }

    /**
     * After nothing but silence was cut away, so that what engines stretched over a pause was heard all the same: only words
     * of which nothing is left go.
     *
     * @param kept what is kept of the audio, in its order, each range apart from the next
     */
    public static Transcript closed(Transcript transcript, List<Range> kept) {
        var times = new KeptRanges(kept);
        return retimed(
                transcript, times.duration(), word -> times.part(range(word)).map(word::at));
    }

    /**
     * After what is personal was cut away and other words stand for it: those stay as an instant where the audio was joined, and
     * so does whatever else nothing is left of.
     *
     * @param kept what is kept of the audio, in its order, each range apart from the next
     * @param duration of what is kept, seconds; what would be heard after it ends with it
     */
    public static Transcript joined(Transcript transcript, List<Range> kept, double duration) {
        var times = new KeptRanges(kept);
        return retimed(
                transcript,
                duration,
                word -> Optional.of(word.at(times.moved(range(word))).within(duration)));
    }

    private static Transcript retimed(Transcript transcript, double duration, Function<Word, Optional<Word>> newTime) {
        var turns = transcript.segments().stream()
                .flatMap(segment -> retimed(segment, newTime))
                .toList();
        return transcript.with(turns, duration);
    }

    private static Stream<Segment> retimed(Segment segment, Function<Word, Optional<Word>> newTime) {
        var words = segment.words().stream()
                .flatMap(word -> newTime.apply(word).stream())
                .toList();
        return words.isEmpty() ? Stream.empty() : Stream.of(new Segment(segment.voice(), words));
    }

    private static Range range(Word word) {
        return new Range(word.start(), word.end());
    }
}
