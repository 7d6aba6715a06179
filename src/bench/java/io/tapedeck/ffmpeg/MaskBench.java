package io.tapedeck.ffmpeg;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Masking.Mask;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.Plan;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A hundred stretches taken out of an hour of a call and proven to be gone, against trim that removes the same. */
class MaskBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String PEER = "trim that removes the same";
    private static final int ROUNDS = 5;
    private static final List<Range> STRETCHES = IntStream.range(0, 100)
            .mapToObj(i -> new Range(36 * i + 10, 36 * i + 13))
            .toList();

    private final FfmpegAudioProcessor processor = new FfmpegAudioProcessor(Measuring.SETTINGS);
    private final CpuTime cpu = new CpuTime();

    @TempDir
    private Path folder;

    @Test
    void mask(TestInfo test) throws Exception {
        var report = Report.of(test);
        var wav = hour("hour.wav", "-c:a", "pcm_s16le");
        add(report, "PCM", wav, Style.SILENCE);
        add(report, "Opus", hour("hour.ogg", "-c:a", "libopus", "-b:a", "24k"), Style.SILENCE);
    }

    private AudioInput hour(String name, String... encoding) {
        var file = folder.resolve(name);
        var arguments = new ArrayList<>(List.of("-stream_loop", "14", "-i", CALL.toString(), "-t", "3600"));
        arguments.addAll(List.of(encoding));
        arguments.add(file.toString());
        SampleAudio.ffmpeg(arguments.toArray(String[]::new));
        return Producing.input(file);
    }

    private void add(Report report, String codec, AudioInput hour, Style style) throws Exception {
        report.add(Duel.ofLongRounds(ROUNDS)
                .of(cpu.side("Tapedeck", () -> masked(hour, style)), cpu.side(PEER, () -> trimmed(hour)))
                .row("an hour in %s cut (%s) and proven".formatted(codec, style), "ms of CPU", 0, PEER));
    }

    private void masked(AudioInput hour, Style style) throws IOException {
        var masking = new Masking(
                style,
                STRETCHES.stream().map(range -> new Mask(range, Set.of())).toList());
        var encoding = ((Plan.Feasible) masking.plan(hour.measures())).encoding();
        done(processor.mask(masking, encoding, hour, Files.createTempDirectory(folder, "work"), share -> {}));
    }

    private void trimmed(AudioInput hour) throws IOException {
        var trim = new Trim(Optional.empty(), Optional.empty(), STRETCHES);
        done(Producing.production(
                processor, trim, List.of(hour), Files.createTempDirectory(folder, "work"), share -> {}));
    }

    private static void done(Production production) throws IOException {
        if (!(production instanceof Produced produced)) {
            throw new AssertionError("nothing was made: " + production);
        }
        Files.delete(produced.file());
    }
}
