package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.measure.Signal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rate and number of channels that sound is to have.
 *
 * @param sampleRate Hz
 */
public record PcmFormat(int sampleRate, int channels) {
    public static PcmFormat of(Encoding encoding) {
        return new PcmFormat(encoding.sampleRate(), encoding.channels());
    }

    /** Filters, joined by commas, that bring sound to this form, and change nothing in what has it. */
    public String from(AudioMeasures input) {
        var pan = pan(input.channels(), input.signal().map(Signal::inverted).orElse(List.of()));
        return input.sampleRate() == sampleRate ? pan : pan + ",aresample=" + sampleRate;
    }

    /**
     * To more channels they are dealt out in turn, so that one becomes two that are alike. To fewer, those that there is no
     * place for go to all places alike, such as the voice in the centre to the left and the right; the mean of what comes
     * together is never louder than the loudest.
     */
    String pan(int given) {
        return pan(given, List.of());
    }

    /**
     * The same, but that channels which would cancel are turned over before they are mixed.
     *
     * @param inverted by channel, whether it must be turned over for that; empty if that is not known
     */
    String pan(int given, List<Boolean> inverted) {
        if (given == channels) {
            return "anull";
        }
        return given < channels ? ChannelPlaces.dealt(given, channels) : mixed(given, inverted);
    }

    /**
     * A filter graph that brings sound to this form, which has the highest rate and the most channels of all that there are in a
     * file: where there are fewer, they are dealt out in turn, however many there are just then.
     *
     * @param out pad
     */
    String filled(boolean timed, String out) {
        var all = new StringBuilder("val(0)");
        for (int i = 1; i < channels; i++) {
            all.append("|val(mod(").append(i).append("\\,nb_in_channels))");
        }
        return "[0:a:0]%s,aresample=%d,aeval='%s':c=%s[%s]"
                .formatted(timed ? TimeLine.FILTERS : "anull", sampleRate, all, ChannelPlaces.of(channels), out);
    }

    /**
     * Turns over some channels of sound of this form.
     *
     * @param inverted by channel, whether it is turned over
     */
    public String turned(List<Boolean> inverted) {
        return IntStream.range(0, channels)
                .mapToObj(i -> "c" + i + "=" + (inverted.get(i) ? "-1*c" : "c") + i)
                .collect(Collectors.joining("|", "pan=" + ChannelPlaces.of(channels) + "|", ""));
    }

    private String mixed(int given, List<Boolean> inverted) {
        return IntStream.range(0, channels)
                .mapToObj(to -> "c" + to + "=" + mean(to, given, inverted))
                .collect(Collectors.joining("|", "pan=" + ChannelPlaces.of(channels) + "|", ""));
    }

    private String mean(int to, int given, List<Boolean> inverted) {
        var share = 1.0 / (1 + given - channels);
        return IntStream.concat(IntStream.of(to), IntStream.range(channels, given))
                .mapToObj(from -> (areOpposite(to, from, inverted) ? -share : share) + "*c" + from)
                .collect(Collectors.joining("+"));
    }

    private static boolean areOpposite(int to, int from, List<Boolean> inverted) {
        return !inverted.isEmpty() && !inverted.get(to).equals(inverted.get(from));
    }
}
