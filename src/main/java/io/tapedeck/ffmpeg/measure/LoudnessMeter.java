package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures loudness by EBU R 128 while sound streams by.
 *
 * @param channels of the sound
 * @param sampleRate Hz
 * @param known of all channels together, so that it is not measured again
 * @param each whether each channel is to be measured too, as if it were alone
 */
public record LoudnessMeter(int channels, int sampleRate, Optional<Loudness> known, boolean each) {
    /**
     * What was measured.
     *
     * @param whole of all channels together
     * @param each by channel; empty if not asked for
     */
    public record Found(Loudness whole, List<Loudness> each) {}

    /** A filter graph that hands the sound on as it is. */
    public String filters(String in, String out) {
        var whole = known.isPresent() ? "anull" : whole().chain();
        if (!each) {
            return "[" + in + "]" + whole + "[" + out + "]";
        }
        var pads = IntStream.range(0, channels)
                .mapToObj(i -> "[" + in + "metered" + i + "]")
                .toList();
        var meters = IntStream.range(0, channels)
                .mapToObj(i -> ";" + pads.get(i) + ChannelPlaces.only(i) + ","
                        + channel(i).chain() + ",anullsink")
                .collect(Collectors.joining());
        return "[" + in + "]" + whole + ",asplit=" + (channels + 1) + "[" + out + "]" + String.join("", pads) + meters;
    }

    /** What the filters said at their end. */
    public Found found(String log) {
        var channelwise = IntStream.range(0, each ? channels : 0)
                .mapToObj(i -> channel(i).read(log))
                .toList();
        return new Found(known.orElseGet(() -> whole().read(log)), channelwise);
    }

    private LoudnessFilters whole() {
        return new LoudnessFilters("all", sampleRate);
    }

    private LoudnessFilters channel(int channel) {
        return new LoudnessFilters("channel" + channel, sampleRate);
    }
}
