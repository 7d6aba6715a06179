package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.Loudness;
import io.tapedeck.recording.Quality;
import io.tapedeck.recording.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is found out about a file, put together. */
record Findings(Path file, Container container, Probe probe, Completeness completeness, List<Warning> remarks) {
    AudioMeasures with(PcmMeasures sound, Loudness loudness) throws IOException {
        var kbps = kbps(sound.seconds());
        return new AudioMeasures(
                container.format(probe.codec()),
                probe.codec(),
                probe.sampleRate(),
                kbps,
                probe.channels(),
                Math.round(sound.seconds() * 1000) / 1000.0,
                Quality.of(probe.codec(), kbps, probe.channels(), probe.sampleRate()),
                loudness,
                sound.layout(),
                sound.speech(),
                warnings(sound));
    }

    private List<Warning> warnings(PcmMeasures sound) {
        var all = new ArrayList<>(Warnings.of(probe, completeness, sound));
        all.addAll(remarks);
        return all;
    }

    private double kbps(double seconds) throws IOException {
        var kbps = probe.kbps().orElse(Files.size(file) * 8 / seconds / 1000);
        return Math.round(kbps * 1000) / 1000.0;
    }
}
