package io.tapedeck.redaction;

import io.tapedeck.audio.Range;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When spans are heard: from the start of the first word to the end of the last, or, where that is not known, all of their
 * segment. Times that were guessed from a caption's are not known: a digit may be heard a second before its guess.
 */
final class WordsInTime {
    /** Seconds. Nobody says a word in less. */
    private static final double SHORTEST = 0.02;

    private final Transcript transcript;
    private final double duration;
    /** By segment: when what the same voice said before it ends, and what it said after it starts. */
    private final double[] earlier;

    private final double[] later;

    WordsInTime(Transcript transcript, double duration) {
        this.transcript = transcript;
        this.duration = duration;
        var segments = transcript.segments();
        earlier = new double[segments.size()];
        later = new double[segments.size()];
        Map<Voice, Double> ends = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            earlier[i] = ends.getOrDefault(segment.voice(), 0.0);
            if (isTimed(segment)) {
                ends.merge(segment.voice(), segment.end(), Math::max);
            }
        }
        Map<Voice, Double> starts = new HashMap<>();
        for (int i = segments.size() - 1; i >= 0; i--) {
            var segment = segments.get(i);
            later[i] = starts.getOrDefault(segment.voice(), duration);
            if (isTimed(segment)) {
                starts.put(segment.voice(), segment.start());
            }
        }
    }

    /** Whether it is known when each of the words was said. */
    boolean isKnown(Span span) {
        return transcript.wordTimes() == WordTimes.HEARD
                && words(span).stream().allMatch(word -> word.end() - word.start() >= SHORTEST);
    }

    /** When it is heard. */
    Range range(Span span) {
        return isKnown(span) ? hull(words(span)) : segment(span.segment());
    }

    /** All of a segment; where that has no time either, all that lies between what the same voice says before and after it. */
    private Range segment(int index) {
        var segment = transcript.segments().get(index);
        return isTimed(segment)
                ? new Range(segment.start(), segment.end())
                : new Range(Math.min(earlier[index], segment.start()), Math.max(later[index], segment.end()));
    }

    private List<Word> words(Span span) {
        return transcript.segments().get(span.segment()).words().subList(span.from(), span.to());
    }

    private static boolean isTimed(Segment segment) {
        return segment.end() - segment.start() >= SHORTEST * segment.words().size();
    }

    /** From the first start to the last end. */
    static Range hull(List<Word> words) {
        var end = words.stream().mapToDouble(Word::end).max().orElseThrow();
        return new Range(words.getFirst().start(), end);
    }
}
