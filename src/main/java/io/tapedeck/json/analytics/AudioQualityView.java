package io.tapedeck.json.analytics;

import io.tapedeck.analytics.AudioQuality;
import io.tapedeck.analytics.ChannelQuality;
import io.tapedeck.analytics.Thresholds;
import java.util.List;
import java.util.Optional;

/** What is good and bad about the sound of a call; channels are counted from 0. */
public record AudioQualityView(
        List<ChannelView> channels,
        List<Integer> deadChannels,
        List<Integer> silentSides,
        Optional<Double> levelDifference,
        boolean uneven,
        Thresholds thresholds) {
    static AudioQualityView of(AudioQuality audio) {
        return new AudioQualityView(
                audio.channels().stream().map(ChannelView::of).toList(),
                audio.channels().stream()
                        .filter(ChannelQuality::dead)
                        .map(ChannelQuality::channel)
                        .toList(),
                audio.silentSides(),
                Rounded.of(audio.levelDifference()),
                audio.uneven(),
                audio.thresholds());
    }

    /** What is good and bad about the sound of a channel; levels are in dBFS. */
    public record ChannelView(
            int channel,
            long clipping,
            boolean clipped,
            Optional<Double> noiseFloor,
            Optional<Double> speechLevel,
            Optional<Double> signalToNoise,
            boolean noisy,
            boolean dead,
            double offset,
            boolean offCentre) {
        static ChannelView of(ChannelQuality channel) {
            var sound = channel.sound();
            return new ChannelView(
                    channel.channel(),
                    sound.clippings(),
                    channel.clipped(),
                    Rounded.of(sound.noiseFloor()),
                    Rounded.of(sound.speechLevel()),
                    Rounded.of(channel.signalToNoise()),
                    channel.noisy(),
                    channel.dead(),
                    Rounded.of(sound.offset()),
                    channel.offCentre());
        }
    }
}
