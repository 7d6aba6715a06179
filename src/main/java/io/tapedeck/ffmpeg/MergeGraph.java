package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.Encoding;
import io.tapedeck.recording.Merge;
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
    private final Encoding encoding;

    private MergeGraph(Merge merge, List<AudioMeasures> inputs, Encoding encoding) {
        this.merge = merge;
        this.inputs = inputs;
        this.encoding = encoding;
    }

    static FilterGraph of(Merge merge, List<AudioMeasures> inputs, Encoding encoding) {
        var graph = new MergeGraph(merge, inputs, encoding);
        var filters = switch (merge.mode()) {
            case CONCATENATE -> merge.crossfade() > 0 ? graph.crossfaded() : graph.concatenated();
            case MIX -> graph.mixed();
            case CHANNELS -> graph.sideBySide();
        };
        return new FilterGraph(filters + "[sound]", encoding.sampleRate(), encoding.channels(), merge.duration(inputs));
    }

    private String concatenated() {
        var gap = merge.gap() > 0 ? ",apad=pad_len=" + sample(merge.gap()) : "";
        var parts = each(0, i -> part(i, Form.of(encoding), i < inputs.size() - 1 ? gap : ""));
        return parts + pads() + "concat=n=%d:v=0:a=1".formatted(inputs.size());
    }

    private String crossfaded() {
        var fade = "acrossfade=ns=%d:c1=tri:c2=tri".formatted(sample(merge.crossfade()));
        var joins = each(
                1,
                i -> "[%s][in%d]%s".formatted(i == 1 ? "in0" : "join" + (i - 1), i, fade)
                        + (i < inputs.size() - 1 ? "[join%d];".formatted(i) : ""));
        return each(0, i -> part(i, Form.of(encoding), "")) + joins;
    }

    private String mixed() {
        var parts = each(0, i -> part(i, Form.of(encoding), delay(i)));
        return parts + pads() + "amix=inputs=%d:normalize=0:dropout_transition=0,%s".formatted(inputs.size(), LIMITER);
    }

    /** All are made as long as the longest, since the shortest ends it. */
    private String sideBySide() {
        var length = ",apad=whole_len=" + sample(merge.duration(inputs));
        var parts = each(0, i -> {
            var form = new Form(encoding.sampleRate(), inputs.get(i).channels());
            return part(i, form, delay(i) + length + alike(form));
        });
        return parts + pads() + "amerge=inputs=%d,%s".formatted(inputs.size(), Places.given(encoding.channels()));
    }

    /** Inputs that have a place in common are put together in their order, and others in that of their places. */
    private static String alike(Form form) {
        var places = form.channels() == 1 ? Places.FIRST : Places.of(form.channels());
        return "," + Places.named(IntStream.range(0, form.channels()), places) + ",aformat=channel_layouts=" + places;
    }

    private String part(int i, Form form, String more) {
        return "%s,%s%s[in%d];".formatted(Reading.of(inputs.get(i)).of(i), form.from(inputs.get(i)), more, i);
    }

    private String delay(int i) {
        var samples = sample(merge.starts(inputs).get(i));
        return samples > 0 ? ",adelay=delays=%dS:all=1".formatted(samples) : "";
    }

    private String pads() {
        return each(0, "[in%d]"::formatted);
    }

    private long sample(double seconds) {
        return Math.round(seconds * encoding.sampleRate());
    }

    private String each(int from, IntFunction<String> text) {
        return IntStream.range(from, inputs.size()).mapToObj(text).collect(Collectors.joining());
    }
}
