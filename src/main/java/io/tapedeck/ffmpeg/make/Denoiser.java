package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.ffmpeg.measure.EachChannel;
import io.tapedeck.signal.NoiseProfile;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes noise out of those channels that have any, of each its own, by ffmpeg's filter afftdn, and shifts nothing in
 * time.
 *
 * @param noises by channel
 */
record Denoiser(Map<Integer, NoiseProfile> noises, Strength strength, int sampleRate, int channels) {
    /** The filter's windows overlap to three quarters, and each second has 80. */
    private static final int HOPS_PER_SECOND = 80;

    private static final int HOPS_OF_DELAY = 2;

    Denoiser {
        noises = Map.copyOf(noises);
    }

    /** The same but for some channels. */
    Denoiser without(Collection<Integer> some) {
        var left = new TreeMap<>(noises);
        left.keySet().removeAll(some);
        return new Denoiser(left, strength, sampleRate, channels);
    }

    /** Whether there is nothing to take out. */
    boolean isIdle() {
        return noises.isEmpty();
    }

    /** A filter graph. */
    String filters(String in, String out) {
        return EachChannel.filtered(in, out, channels, i -> noises.containsKey(i) ? undelayed(noises.get(i)) : "anull");
    }

    private String undelayed(NoiseProfile noise) {
        var delay = HOPS_OF_DELAY * (sampleRate / HOPS_PER_SECOND);
        return "apad=pad_len=%d,%s,atrim=start_sample=%d,asetpts=PTS-STARTPTS"
                .formatted(delay, noise.filter(reduction()), delay);
    }

    /** dB. */
    private double reduction() {
        return switch (strength) {
            case LIGHT -> 6;
            case MEDIUM -> 12;
            case STRONG -> 20;
        };
    }
}
