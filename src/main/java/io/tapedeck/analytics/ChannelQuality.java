package io.tapedeck.analytics;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What is good and bad about the sound of a channel.
 *
 * @param channel 0 for the first
 * @param clipped whether that happens too often
 * @param signalToNoise dB from the noise floor up to speech; empty where one of the two is not known
 * @param noisy whether that is too little
 * @param dead whether there is no sound at all
 * @param offCentre whether there is a DC offset
 */
public record ChannelQuality(
        int channel,
        ChannelSound sound,
        boolean clipped,
        OptionalDouble signalToNoise,
        boolean noisy,
        boolean dead,
        boolean offCentre) {
    public ChannelQuality {
        requireNonNull(sound);
        requireNonNull(signalToNoise);
    }

    static ChannelQuality of(int channel, ChannelSound sound, Thresholds limits) {
        var ratio = signalToNoise(sound);
        return new ChannelQuality(
                channel,
                sound,
                sound.clippings() >= limits.clippings(),
                ratio,
                ratio.orElse(limits.signalToNoise()) < limits.signalToNoise(),
                sound.silent(),
                Math.abs(sound.offset()) >= limits.offset());
    }

    private static OptionalDouble signalToNoise(ChannelSound sound) {
        return sound.speechLevel().isPresent() && sound.noiseFloor().isPresent()
                ? OptionalDouble.of(
                        sound.speechLevel().getAsDouble() - sound.noiseFloor().getAsDouble())
                : OptionalDouble.empty();
    }
}
