package io.tapedeck.ffmpeg;

import io.tapedeck.recording.Loudness;
import java.util.List;

/** All that is measured of sound. */
record Heard(PcmMeasures sound, Loudness loudness) {
    /**
     * The same, but that a DC offset that is notable counts for nothing: with it, the sound is listened to once more
     * without.
     *
     * @param source of the same sound
     * @param reading of that source
     */
    Heard centred(GraphRunner runner, Source source, Reading reading, Probe probe) {
        var centering = new Centering(sound.offsets());
        if (!centering.isNotable()) {
            return this;
        }
        var filters = new LoudnessFilters("all", probe.sampleRate());
        var meter = new PcmMeter(probe, Long.MAX_VALUE);
        var chain = reading.of(0) + "[read];" + centering.shift("read", "centred") + ";[centred]" + filters.chain()
                + "[sound]";
        var graph = new FilterGraph(chain, probe.sampleRate(), probe.channels(), sound.seconds(), 1);
        var exit = runner.listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, meter, share -> {});
        return new Heard(sound.heardAs(meter.measures()), filters.read(exit.log()));
    }
}
