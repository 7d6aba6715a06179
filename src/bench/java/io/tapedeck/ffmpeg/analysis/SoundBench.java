package io.tapedeck.ffmpeg.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The sound of a call of an hour listened to, against ffmpeg that but decodes it. Both use the same program. */
class SoundBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String DECODE = "ffmpeg -f null";

    private final FfmpegSoundAnalyzer analyzer = new FfmpegSoundAnalyzer(Measuring.SETTINGS);

    @TempDir
    private Path folder;

    @Test
    void sound(TestInfo test) throws Exception {
        var call = folder.resolve("hour.ogg");
        SampleAudio.ffmpeg(
                "-stream_loop",
                "14",
                "-i",
                CALL.toString(),
                "-t",
                "3600",
                "-c:a",
                "libopus",
                "-b:a",
                "32k",
                call.toString());
        var input = Producing.input(call);
        var cpu = new CpuTime();
        var time = Duel.ofLongRounds(5)
                .of(cpu.side("Tapedeck", () -> listen(input)), cpu.side(DECODE, () -> decode(call)));
        var memory = Duel.ofLongRounds(5).of(peak("Tapedeck", () -> listen(input)), peak(DECODE, () -> decode(call)));
        Report.of(test)
                .add(
                        time.row("a call of 1 h in Opus listened to", "ms of CPU", 0, DECODE),
                        memory.row("what ffmpeg has resident for it at most", "MiB", 0, DECODE));
    }

    private static Side peak(String name, Side.Action action) {
        return new Side(name, () ->
                new double[] {PeakMemory.during(ProcessHandle.current(), action).ofStarted()});
    }

    private void listen(AudioInput input) throws Exception {
        var empty = Files.createTempDirectory(folder, "listen");
        assertThat(analyzer.listen(input, empty, share -> {}).channels()).hasSize(2);
    }

    private static void decode(Path call) throws Exception {
        var command = new ProcessBuilder(
                Measuring.SETTINGS.ffmpeg(),
                "-nostdin",
                "-v",
                "error",
                "-threads",
                "1",
                "-i",
                call.toString(),
                "-f",
                "null",
                "-");
        assertThat(command.inheritIO().start().waitFor()).isZero();
    }
}
