package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.analysis.CallSound;
import io.tapedeck.analytics.Call;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.ffmpeg.measure.PcmReader;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.signal.ChannelSpeech;
import io.tapedeck.signal.HeardBlock;
import io.tapedeck.signal.SampleFrame;
import io.tapedeck.signal.crosstalk.SpeakingTimes;
import io.tapedeck.signal.keypad.KeyPress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds what analytics need of a call while its samples stream by. */
final class CallMeter implements PcmReader.Listener {
    private final boolean isOneSound;
    private final List<ChannelEar> ears;
    private final SpeakingTimes times;

    CallMeter(AudioMeasures audio) {
        var probe = Probe.of(audio);
        // music and keys of a soft call are soft; speech is what it was when the recording was measured
        var softest = probe.softestSpeech(audio.loudness().integrated());
        this.isOneSound = audio.layout().equals(Optional.of(ChannelLayout.DUPLICATED));
        this.ears = IntStream.range(0, audio.channels())
                .mapToObj(i -> new ChannelEar(audio, softest))
                .toList();
        this.times = new SpeakingTimes(
                audio.channels(), audio.sampleRate(), probe.softestSpeech(), new SpeakingTimes.Listener() {
                    @Override
                    public void read(int channel, SampleFrame frame) {
                        ears.get(channel).accept(frame);
                    }

                    @Override
                    public void hear(int channel, HeardBlock block) {
                        ears.get(channel).accept(block);
                    }
                });
    }

    @Override
    public void accept(short[] pcm, int frames) {
        times.accept(pcm, frames);
    }

    /** To be asked once, at the end. */
    CallSound sound() {
        Function<ChannelSpeech, List<Range>> ranges = isOneSound ? ChannelSpeech::heard : ChannelSpeech::spoken;
        var voices = times.speech().stream().map(ranges).toList();
        var presses = ears.stream().map(ChannelEar::presses).toList();
        var hold = HoldTimes.of(
                voices,
                IntStream.range(0, ears.size())
                        .mapToObj(i -> ears.get(i).music(times(presses.get(i))))
                        .toList());
        var channels = IntStream.range(0, ears.size())
                .mapToObj(i -> new Call.Channel(
                        hold.speech().get(i),
                        ears.get(i).sound(hold.speech().get(i), hold.music().get(i))))
                .toList();
        return new CallSound(channels, hold.ranges(), times(Presses.of(presses)));
    }

    private static List<Range> times(List<KeyPress> presses) {
        return presses.stream().map(KeyPress::time).toList();
    }
}
