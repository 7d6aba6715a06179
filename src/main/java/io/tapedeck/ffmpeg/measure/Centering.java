package io.tapedeck.ffmpeg.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Takes DC offsets out of those channels that have any. To listen to the sound, the mean is subtracted, which leaves all
 * else as it is. For a lasting result a filter also takes what is left where an offset is not the same all the time;
 * alone, it would make a click of the beginning.
 *
 * @param offsets by channel, where full scale is 1; empty if there are none
 */
public record Centering(List<Double> offsets) {
    public static final Centering NONE = new Centering(List.of());
    /** An offset from which on callers are told of it and sound is measured without it: half a percent of full scale. */
    private static final double NOTABLE = 0.005;
    /** An offset that is worth the work: -80 dBFS, which a gain of 34 dB makes notable. */
    private static final double LEAST = 0.0001;
    /** What is subtracted is 32-bit integers, and what is over full scale must find room there. */
    private static final String SHIFT = "volume=0.5:precision=double,dcshift=%.7f,volume=2:precision=double";

    private static final String HIGHPASS = ",highpass=f=3:poles=1:precision=f64";

    public Centering {
        offsets = List.copyOf(offsets);
    }

    public static boolean isNotable(double offset) {
        return Math.abs(offset) >= NOTABLE;
    }

    /** Whether any offset is to be told of. */
    public boolean isNotable() {
        return offsets.stream().anyMatch(Centering::isNotable);
    }

    /** Whether there is nothing to take out. */
    public boolean isIdle() {
        return IntStream.range(0, offsets.size()).noneMatch(this::isOff);
    }

    /** A filter graph for what lasts. */
    public String filters(String in, String out) {
        return each(in, out, HIGHPASS);
    }

    /** A filter graph for what is but listened to. */
    public String shift(String in, String out) {
        return each(in, out, "");
    }

    private String each(String in, String out, String more) {
        return isIdle()
                ? "[" + in + "]anull[" + out + "]"
                : EachChannel.filtered(in, out, offsets.size(), i -> isOff(i) ? shifted(i) + more : "anull");
    }

    private boolean isOff(int channel) {
        return Math.abs(offsets.get(channel)) >= LEAST;
    }

    private String shifted(int channel) {
        return String.format(Locale.ROOT, SHIFT, -offsets.get(channel) / 2);
    }
}
