package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.signal.ChannelSound;
import io.tapedeck.signal.Power;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What audio sounds like as it is.
 *
 * @param removable what can be taken out of silences; empty if that is not asked for
 */
record SourceProfile(List<ChannelSound> channels, LoudnessMeter.Found loudness, List<Range> removable) {
    /** As it is. */
    CleanedProfile unchanged() {
        return new CleanedProfile(Optional.empty(), loudness, removable);
    }

    SoundQuality quality() {
        var speech = together(ChannelSound::speech);
        var pauses = together(ChannelSound::pauses);
        var told = speech.count() > 0 && pauses.count() > 0;
        return new SoundQuality(
                loudness.whole().integrated(),
                loudness.whole().truePeak().orElse(Power.SILENCE),
                rounded(pauses.level()),
                told ? rounded(speech.level() - pauses.level()) : 0);
    }

    private Power together(Function<ChannelSound, Power> kind) {
        var all = new Power();
        channels.stream().map(kind).forEach(all::add);
        return all;
    }

    private static double rounded(double decibels) {
        return Math.round(decibels * 10) / 10.0;
    }
}
