package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What ingest finds out of 30 s of a call, against ffmpeg asked by hand. All use the same programs. */
class IngestBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String FIVE_COMMANDS = "five plain ffmpeg commands";
    private static final String ONE_GRAPH = "one ffmpeg filter graph";

    private final FfmpegAudioProcessor processor = new FfmpegAudioProcessor(Measuring.SETTINGS);

    @TempDir
    private Path folder;

    private Path call;

    @BeforeEach
    void cut() {
        call = folder.resolve("call.wav");
        SampleAudio.ffmpeg("-t", "30", "-i", CALL.toString(), "-c", "copy", call.toString());
    }

    @Test
    void ingest(TestInfo test) throws Exception {
        var five = script("five-commands.sh");
        var graph = script("one-graph.sh");
        agree(run(five));
        agree(run(graph));

        var cpu = new CpuTime();
        var outcome = new Duel(100, 101)
                .of(
                        cpu.side("Tapedeck", () -> processor.measure(call)),
                        cpu.side(FIVE_COMMANDS, () -> run(five)),
                        cpu.side(ONE_GRAPH, () -> run(graph)));

        var name = "ingest of a 30 s call";
        Report.of(test)
                .add(
                        outcome.row(name, "ms of CPU", 0, FIVE_COMMANDS).atMost(0.5),
                        outcome.row(name, "ms of CPU", 0, ONE_GRAPH).atMost(1.15));
    }

    private void agree(String said) {
        var measures = Measuring.measures(call);
        assertThat(number("Duration: 00:00:([0-9.]+)", said)).isEqualTo(measures.duration());
        assertThat(number("I: +(-[0-9.]+) LUFS", said))
                .isCloseTo(measures.loudness().integrated(), within(0.1));
        assertThat(number("Peak: +(-?[0-9.]+) dBFS", said))
                .isCloseTo(measures.loudness().truePeak().orElseThrow(), within(0.1));
    }

    /** The number of the last match. */
    private static double number(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private ProcessBuilder script(String name) {
        var script = new ProcessBuilder("src/bench/ffmpeg/" + name, call.toString()).redirectErrorStream(true);
        script.environment().put("FFMPEG", Measuring.SETTINGS.ffmpeg());
        script.environment().put("FFPROBE", Measuring.SETTINGS.ffprobe());
        return script;
    }

    private static String run(ProcessBuilder script) throws IOException, InterruptedException {
        var process = script.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
