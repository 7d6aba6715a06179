package io.tapedeck.ffmpeg.measure;

import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Filter graphs that work on each channel by itself. */
public final class EachChannel {
    /** What is put together must be of one form, which ffmpeg does not find by itself. */
    private static final String ALIKE = "aformat=sample_fmts=flt:channel_layouts=mono";

    private EachChannel() {}

    /**
     * Takes the channels apart, filters each, and puts them together again in their order.
     *
     * @param in pad
     * @param out pad, of which names of other pads are made
     * @param filters of a channel, joined by commas; all must be of the same delay
     */
    public static String filtered(String in, String out, int channels, IntFunction<String> filters) {
        if (channels == 1) {
            return "[" + in + "]" + filters.apply(0) + "[" + out + "]";
        }
        var chains = IntStream.range(0, channels)
                .mapToObj(i -> "[%sin%d]%s,%s,%s[%sout%d]"
                        .formatted(out, i, ChannelPlaces.only(i), filters.apply(i), ALIKE, out, i))
                .collect(Collectors.joining(";"));
        return "[" + in + "]asplit=" + channels + pads(out + "in", channels) + ";" + chains + ";"
                + pads(out + "out", channels) + "amerge=inputs=" + channels + "," + ChannelPlaces.given(channels) + "["
                + out
                + "]";
    }

    private static String pads(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> "[" + name + i + "]").collect(Collectors.joining());
    }
}
