package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.analysis.CallSound;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.ffmpeg.analysis.FfmpegSoundAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** All that analytics find in the sound of a call of an hour, in a JVM, against ffmpeg that but decodes it. */
class ListenBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final String DECODE = "ffmpeg -f null";

    private final FfmpegSoundAnalyzer analyzer = new FfmpegSoundAnalyzer(Measuring.SETTINGS);

    @TempDir
    private Path folder;

    private Path hour;
    private AudioInput input;

    @BeforeEach
    void make() {
        hour = folder.resolve("hour.ogg");
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
                hour.toString());
        input = Producing.input(hour);
    }

    @Test
    void listen(TestInfo test) throws Exception {
        var cpu = new CpuTime();
        var outcome = Duel.ofLongRounds(5)
                .of(
                        cpu.side(
                                "Tapedeck",
                                () -> assertThat(listened().channels()).hasSize(2)),
                        cpu.side(DECODE, this::decode));

        Report.of(test)
                .add(outcome.row("the sound of a call of 1 h in Opus, listened to in a JVM", "ms of CPU", 0, DECODE)
                        .atMost(4));
    }

    private CallSound listened() throws IOException {
        return analyzer.listen(input, Files.createTempDirectory(folder, "listen"), share -> {});
    }

    private void decode() throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Measuring.SETTINGS.ffmpeg(),
                "-nostdin",
                "-v",
                "error",
                "-threads",
                "1",
                "-i",
                hour.toString(),
                "-f",
                "null",
                "-");
        assertThat(command.inheritIO().start().waitFor()).isZero();
    }
}
