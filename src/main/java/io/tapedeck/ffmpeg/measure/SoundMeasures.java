package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.Probe;
import java.util.List;

/** All that is measured of sound. */
public record SoundMeasures(PcmMeasures sound, Loudness loudness) {
    /**
     * The same, but that a DC offset that is notable counts for nothing: with it, the sound is listened to once more
     * without.
     *
     * @param source of the same sound
     */
    public SoundMeasures centred(GraphRunner runner, FfmpegInput source, Probe probe) {
        var centering = new Centering(sound.offsets());
        if (!centering.isNotable()) {
            return this;
        }
        var filters = new LoudnessFilters("all", probe.sampleRate());
        var meter = new PcmMeter(probe, Long.MAX_VALUE);
        var chain = source.filters(probe.channels()).of(0) + "[read];" + centering.shift("read", "centred")
                + ";[centred]" + filters.chain() + "[sound]";
        var graph = new FilterGraph(chain, probe.sampleRate(), probe.channels(), sound.seconds(), 1);
        var exit = runner.listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, meter, share -> {});
        return new SoundMeasures(sound.heardAs(meter.measures()), filters.read(exit.log()));
    }
}
