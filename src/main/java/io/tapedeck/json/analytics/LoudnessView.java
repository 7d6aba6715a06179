package io.tapedeck.json.analytics;

import io.tapedeck.analytics.AudioQuality;
import io.tapedeck.analytics.ChannelQuality;
import io.tapedeck.audio.measure.Loudness;
import java.util.List;
import java.util.Optional;

/** Loudness of a channel as EBU R 128 defines it. */
public record LoudnessView(int channel, double integrated, double range, Optional<Double> truePeak) {
    static List<LoudnessView> of(AudioQuality audio) {
        return audio.channels().stream()
                .flatMap(channel -> channel.sound().loudness().map(loudness -> of(channel, loudness)).stream())
                .toList();
    }

    private static LoudnessView of(ChannelQuality channel, Loudness loudness) {
        return new LoudnessView(
                channel.channel(),
                Rounded.of(loudness.integrated()),
                Rounded.of(loudness.range()),
                loudness.truePeak().map(Rounded::of));
    }
}
