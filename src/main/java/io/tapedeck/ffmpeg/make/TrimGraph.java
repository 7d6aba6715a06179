package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stretches of one input, one after the other. Where two meet, what comes after the first fades out while what comes
 * before the second fades in, half of it on either side, so that nothing clicks and the whole is as long as what is kept.
 */
final class TrimGraph {
    /** Half of a fade is this part of a second: 2.5 ms. */
    private static final int HALF_FADES = 400;

    private final List<Range> kept;
    private final AudioMeasures input;

    private TrimGraph(List<Range> kept, AudioMeasures input) {
        this.kept = kept;
        this.input = input;
    }

    /** All of the input. */
    static FilterGraph whole(AudioMeasures input, Encoding encoding) {
        return of(List.of(new Range(0, input.duration())), input, encoding);
    }

    /**
     * What is kept of the input.
     *
     * @param kept in order, each apart from the next
     */
    static FilterGraph of(List<Range> kept, AudioMeasures input, Encoding encoding) {
        var graph = new TrimGraph(kept, input);
        var stretches = kept.size() == 1 ? graph.cut(0) + "," : graph.split() + graph.cuts() + graph.joins();
        var filters = InputFilters.of(input).of(0) + "," + stretches
                + PcmFormat.of(encoding).from(input) + "[sound]";
        return new FilterGraph(filters, encoding.sampleRate(), encoding.channels(), graph.seconds(), 1);
    }

    private String split() {
        return "asplit=" + kept.size() + each(0, "[part%d]"::formatted) + ";";
    }

    private String cuts() {
        return each(0, i -> "[part%d]%s[cut%d];".formatted(i, cut(i), i));
    }

    private String joins() {
        var joins = each(
                1,
                i -> "[%s][cut%d]acrossfade=ns=%d:c1=tri:c2=tri[join%d];"
                        .formatted(i == 1 ? "cut0" : "join" + (i - 1), i, 2 * half(i), i));
        return joins + "[join%d]".formatted(kept.size() - 1);
    }

    private double seconds() {
        var samples = IntStream.range(0, kept.size())
                .mapToLong(i -> end(i) - sample(kept.get(i).start()))
                .sum();
        return samples / (double) input.sampleRate();
    }

    private String cut(int i) {
        var start = sample(kept.get(i).start()) - (i == 0 ? 0 : half(i));
        var end = sample(kept.get(i).end()) + (i == kept.size() - 1 ? 0 : half(i + 1));
        return "atrim=start_sample=%d%s,asetpts=PTS-STARTPTS".formatted(start, isOpen(i) ? "" : ":end_sample=" + end);
    }

    /** Whether a stretch goes on to the end of the input, which may lie within a millisecond. */
    private boolean isOpen(int i) {
        return i == kept.size() - 1 && kept.get(i).end() >= input.duration();
    }

    private long end(int i) {
        return sample(isOpen(i) ? input.seconds() : kept.get(i).end());
    }

    /** Samples on either side of where a stretch meets the one before it. */
    private long half(int i) {
        var before = kept.get(i - 1);
        var after = kept.get(i);
        var shorter = Math.min(before.length(), after.length()) / 2;
        return Math.min(
                input.sampleRate() / HALF_FADES,
                Math.min(sample(shorter), sample(after.start()) - sample(before.end())));
    }

    private long sample(double seconds) {
        return Math.round(seconds * input.sampleRate());
    }

    private String each(int from, IntFunction<String> text) {
        return IntStream.range(from, kept.size()).mapToObj(text).collect(Collectors.joining());
    }
}
