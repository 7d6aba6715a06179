package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.analytics.ChannelSound;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.signal.FrameTrack;
import io.tapedeck.signal.HeardBlock;
import io.tapedeck.signal.LevelMeter;
import io.tapedeck.signal.Power;
import io.tapedeck.signal.SampleFrame;
import io.tapedeck.signal.hold.MusicFinder;
import io.tapedeck.signal.hold.SignallingTones;
import io.tapedeck.signal.keypad.KeyPress;
import io.tapedeck.signal.keypad.KeypadFinder;
import io.tapedeck.signal.loudness.ChannelLoudness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** All that is listened for on one channel but for speech, which takes all channels. */
final class ChannelEar {
    private final LevelMeter level;
    private final ChannelLoudness loudness;
    private final FrameTrack frames;
    private final MusicFinder music;
    private final KeypadFinder keypad;

    ChannelEar(AudioMeasures audio, double softest) {
        var rate = audio.sampleRate();
        this.level = new LevelMeter(0, 1, rate, Probe.of(audio).fullScale());
        this.loudness = new ChannelLoudness(rate);
        this.frames = new FrameTrack(rate);
        this.music = new MusicFinder(rate, softest);
        this.keypad = new KeypadFinder(rate, softest);
    }

    /** Takes what is read of this channel. */
    void accept(SampleFrame frame) {
        level.accept(frame);
        loudness.accept(frame);
        if (frame.isWhole()) {
            music.accept(frame.sound());
            keypad.accept(frame.sound());
        }
    }

    /** Takes what is heard on it, which is known later. */
    void accept(HeardBlock block) {
        frames.accept(block);
    }

    /** To be asked once, at the end. */
    List<KeyPress> presses() {
        return keypad.presses();
    }

    /**
     * When there is music or tones but no speech, in any order. To be asked once, at the end.
     *
     * @param keys when keys are pressed
     */
    List<Range> music(List<Range> keys) {
        return Stream.concat(music.stretches().stream(), SignallingTones.in(frames, keys).stream())
                .toList();
    }

    /**
     * What it sounds like.
     *
     * @param speech on this channel
     * @param apart what is no pause besides
     */
    ChannelSound sound(List<Range> speech, List<Range> apart) {
        var noise = frames.noise(Stream.concat(speech.stream(), apart.stream()).toList());
        return new ChannelSound(
                level.clippings(),
                level.isSilent(),
                noise,
                speechLevel(speech, noise),
                level.offset(),
                Optional.of(loudness.loudness()));
    }

    /** Of whole segments of speech, short gaps in them too, without the noise that is in them. */
    private OptionalDouble speechLevel(List<Range> speech, OptionalDouble noise) {
        var power = frames.power(speech);
        var without = Power.at(power.level()) - noise.stream().map(Power::at).sum();
        return power.count() == 0 || without <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Power.level(without));
    }
}
