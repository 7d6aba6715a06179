package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.ffmpeg.probe.Completeness;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.ffmpeg.probe.SoundFile;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is found out about a file, put together. */
public record Findings(SoundFile file, Probe probe, Completeness completeness, List<Warning> remarks) {
    public AudioMeasures with(SoundMeasures heard) throws IOException {
        var sound = heard.sound();
        var kbps = kbps(sound.seconds());
        return new AudioMeasures(
                file.container().format(probe.codec()),
                probe.codec(),
                probe.sampleRate(),
                kbps,
                probe.channels(),
                Math.round(sound.seconds() * 1000) / 1000.0,
                Quality.of(probe.codec(), kbps, probe.channels(), probe.sampleRate()),
                heard.loudness(),
                sound.layout(),
                sound.speech(),
                warnings(sound),
                Optional.of(sound.signal(probe.sampleRate())));
    }

    /** The same with what the decoder said. */
    Findings afterDecoding(Tool.Exit exit) {
        return new Findings(file, probe, completeness.afterDecoding(probe, exit), remarks);
    }

    private List<Warning> warnings(PcmMeasures sound) {
        var all = new ArrayList<>(Warnings.of(probe, completeness, sound));
        all.addAll(remarks);
        return all;
    }

    private double kbps(double seconds) throws IOException {
        var kbps = probe.kbps().orElse(Files.size(file.path()) * 8 / seconds / 1000);
        return Math.round(kbps * 1000) / 1000.0;
    }
}
