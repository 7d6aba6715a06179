package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sound of several inputs put together. */
final class MergeGraph {
    /** Full scale is not passed, and what stays below is not touched. It looks ahead, for which it is not late. */
    private static final String LIMITER = "alimiter=limit=1:attack=5:release=200:level=0:latency=1";

    private final Merge merge;
    private final List<AudioMeasures> inputs;
    private final PcmFormat pcmFormat;
    private final List<List<Boolean>> inverted;

    private MergeGraph(Merge merge, List<AudioMeasures> inputs, PcmFormat pcmFormat, List<List<Boolean>> inverted) {
        this.merge = merge;
        this.inputs = inputs;
        this.pcmFormat = pcmFormat;
        this.inverted = inverted;
    }

    /**
     * What is made of them.
     *
     * @param inverted by input and channel of a mix, whether it must be turned over; empty if none of it must
     */
    static FilterGraph of(Merge merge, List<AudioMeasures> inputs, Encoding encoding, List<List<Boolean>> inverted) {
        var graph = new MergeGraph(merge, inputs, PcmFormat.of(encoding), inverted);
        var filters = switch (merge.mode()) {
            case CONCATENATE -> merge.crossfade() > 0 ? graph.crossfaded() : graph.concatenated();
            case MIX -> graph.mixed();
            case CHANNELS -> graph.sideBySide() + "," + ChannelPlaces.given(encoding.channels());
        };
        return graph.of(filters, encoding.channels());
    }

    /** Each in this form, as they come together in a mix, but the channels of each side by side. */
    static FilterGraph apart(Merge merge, List<AudioMeasures> inputs, PcmFormat each) {
        var graph = new MergeGraph(merge, inputs, each, List.of());
        return graph.of(graph.sideBySide(i -> each), inputs.size() * each.channels());
    }

    private FilterGraph of(String filters, int channels) {
        var seconds = frames() / (double) pcmFormat.sampleRate();
        return new FilterGraph(filters + "[sound]", pcmFormat.sampleRate(), channels, seconds, inputs.size());
    }

    /** Samples of each channel of the whole. */
    private long frames() {
        var all = IntStream.range(0, inputs.size());
        return switch (merge.mode()) {
            case CONCATENATE -> all.mapToLong(this::length).sum() + (inputs.size() - 1) * between();
            case MIX, CHANNELS -> all.mapToLong(i -> start(i) + length(i)).max().orElseThrow();
        };
    }

    private long between() {
        return merge.crossfade() > 0 ? -sample(merge.crossfade()) : sample(merge.gap());
    }

    private long length(int i) {
        return sample(inputs.get(i).seconds());
    }

    private long start(int i) {
        return sample(merge.starts(inputs).get(i));
    }

    private String concatenated() {
        var gap = merge.gap() > 0 ? ",apad=pad_len=" + sample(merge.gap()) : "";
        var parts = each(0, i -> part(i, pcmFormat, i < inputs.size() - 1 ? gap : ""));
        return parts + pads() + "concat=n=%d:v=0:a=1".formatted(inputs.size());
    }

    private String crossfaded() {
        var fade = "acrossfade=ns=%d:c1=tri:c2=tri".formatted(sample(merge.crossfade()));
        var joins = each(
                1,
                i -> "[%s][in%d]%s".formatted(i == 1 ? "in0" : "join" + (i - 1), i, fade)
                        + (i < inputs.size() - 1 ? "[join%d];".formatted(i) : ""));
        return each(0, i -> part(i, pcmFormat, "")) + joins;
    }

    private String mixed() {
        var parts = each(0, i -> part(i, pcmFormat, turned(i) + delay(i)));
        return parts + pads() + "amix=inputs=%d:normalize=0:dropout_transition=0,%s".formatted(inputs.size(), LIMITER);
    }

    private String turned(int i) {
        return inverted.isEmpty() || !inverted.get(i).contains(true) ? "" : "," + pcmFormat.turned(inverted.get(i));
    }

    private String sideBySide() {
        return sideBySide(
                i -> new PcmFormat(pcmFormat.sampleRate(), inputs.get(i).channels()));
    }

    /** All are made as long as the longest, since the shortest ends it. */
    private String sideBySide(IntFunction<PcmFormat> pcmFormats) {
        var length = ",apad=whole_len=" + frames();
        var parts = each(0, i -> {
            var each = pcmFormats.apply(i);
            return part(i, each, delay(i) + length + alike(each));
        });
        return parts + pads() + "amerge=inputs=" + inputs.size();
    }

    /** Inputs that have a place in common are put together in their order, and others in that of their places. */
    private static String alike(PcmFormat pcmFormat) {
        var places = pcmFormat.channels() == 1 ? ChannelPlaces.FIRST : ChannelPlaces.of(pcmFormat.channels());
        return "," + ChannelPlaces.named(IntStream.range(0, pcmFormat.channels()), places) + ",aformat=channel_layouts="
                + places;
    }

    private String part(int i, PcmFormat pcmFormat, String more) {
        var input = inputs.get(i);
        var read = InputFilters.of(input).of(i) + "[read%d];".formatted(i);
        var centred = centering(i).filters("read" + i, "centred" + i);
        return read + centred + ";[centred%d]%s%s[in%d];".formatted(i, pcmFormat.from(input), more, i);
    }

    /** The offsets of what is mixed would add up. */
    private Centering centering(int i) {
        var offsets = inputs.get(i).signal().map(Signal::offsets).filter(known -> merge.mode() == Merge.Mode.MIX);
        return new Centering(offsets.orElse(List.of()));
    }

    private String delay(int i) {
        return start(i) > 0 ? ",adelay=delays=%dS:all=1".formatted(start(i)) : "";
    }

    private String pads() {
        return each(0, "[in%d]"::formatted);
    }

    private long sample(double seconds) {
        return Math.round(seconds * pcmFormat.sampleRate());
    }

    private String each(int from, IntFunction<String> text) {
        return IntStream.range(from, inputs.size()).mapToObj(text).collect(Collectors.joining());
    }
}
