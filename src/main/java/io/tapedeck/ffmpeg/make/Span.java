package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Range;
import java.util.List;

/**
 * A stretch of samples.
 *
 * @param start the first of them
 * @param end the first after them
 * @param open whether it goes on for as long as there is sound, whose end is known to the millisecond only
 */
record Span(long start, long end, boolean open) {
    /**
     * Ranges in samples.
     *
     * @param ranges in order, each apart from the next
     * @param audio that they are of
     * @param sampleRate Hz, that of the audio or another that it was brought to
     */
    static List<Span> of(List<Range> ranges, AudioMeasures audio, int sampleRate) {
        return ranges.stream()
                .map(range -> of(range, audio, sampleRate))
                .filter(span -> span.end > span.start)
                .toList();
    }

    private static Span of(Range range, AudioMeasures audio, int sampleRate) {
        var open = range.end() >= audio.duration();
        var end = open ? audio.seconds() : range.end();
        return new Span(Math.round(range.start() * sampleRate), Math.round(end * sampleRate), open);
    }

    /** Where it ends for sound that goes on until there. */
    long end(long last) {
        return open ? last : Math.min(end, last);
    }
}
