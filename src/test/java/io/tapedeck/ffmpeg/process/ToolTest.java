package io.tapedeck.ffmpeg.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Compression;
import io.tapedeck.ffmpeg.FfmpegAudioProcessor;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.ffmpeg.probe.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
    private static final String FFMPEG = Measuring.SETTINGS.ffmpeg();
    private static final String FFPROBE = Measuring.SETTINGS.ffprobe();

    @TempDir
    Path folder;

    @Test
    void aMissingToolIsNoFaultOfTheAudio() {
        assertFails(FfmpegSettings.of(FFMPEG, "/nowhere/ffprobe")).hasMessageContaining("missing");
        assertFails(FfmpegSettings.of("/nowhere/ffmpeg", FFPROBE)).hasMessageContaining("missing");
    }

    @Test
    void aToolThatHangsIsKilledWithItsChildren() throws IOException {
        var hanging = script("sleep 1000 & mkdir FOLDER/child-$!; wait");

        assertFails(FfmpegSettings.of(hanging, FFPROBE).withTimeLimit(Duration.ofSeconds(2)))
                .hasMessageContaining("took longer");
        assertGone(child());
    }

    @Test
    void allToolsOfAPieceOfWorkHaveOneLimitOfTime() throws IOException {
        var tool = Measuring.SETTINGS.withTimeLimit(Duration.ofSeconds(1)).tool();

        for (var command : List.of("exec sleep 1000", "exit 0")) {
            assertThatThrownBy(() -> tool.run(List.of(script(command)), InputStream::readAllBytes))
                    .isInstanceOf(AudioProcessingException.class)
                    .hasMessageContaining("took longer");
        }
    }

    @Test
    void whatDecodesToNothingWillNeverDecode() throws IOException {
        var helpless = script("echo 'The audio is of a kind that nobody knew of' >&2; exit 1");

        var measurement =
                new FfmpegAudioProcessor(FfmpegSettings.of(helpless, FFPROBE)).measure(SampleAudio.TONE_WAV.path());

        assertThat(measurement).isEqualTo(RejectionReason.UNREADABLE_AUDIO.measurement());
    }

    @Test
    void aCommandThatTheToolDoesNotKnowIsNoFaultOfTheAudio() throws IOException {
        assertFails(FfmpegSettings.of(script("echo \"No such filter: 'ebur128'\" >&2; exit 1"), FFPROBE))
                .hasMessageContaining("No such filter");
    }

    @Test
    void aToolThatIsKilledIsNoFaultOfTheAudio() throws IOException {
        assertFails(FfmpegSettings.of(FFMPEG, script("kill -9 $$"))).hasMessageContaining("signal 9");
        assertFails(FfmpegSettings.of(script("kill -11 $$"), FFPROBE)).hasMessageContaining("signal 11");
    }

    @Test
    void aToolWithoutMemoryIsNoFaultOfTheAudio() throws IOException {
        var starved = new FfmpegSettings(FFMPEG, FFPROBE, Duration.ofMinutes(1), 8 << 20, Duration.ofHours(1));

        assertFails(starved);
        assertFails(FfmpegSettings.of(script("echo 'x: Cannot allocate memory' >&2; exit 1"), FFPROBE))
                .hasMessageContaining("memory");
    }

    @Test
    void aToolThatFailsForNoKnownReasonIsNoFaultOfTheAudio() throws IOException {
        assertFails(FfmpegSettings.of(script("exit 1"), FFPROBE));
        assertFails(FfmpegSettings.of(FFMPEG, script("exit 1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "head -c 1000 >/dev/null; exit 1", "kill -9 $$", "exec sleep 1000"})
    void newAudioWhoseLoudnessCannotBeMeasuredIsNotMade(String end) throws IOException {
        var deaf = script("case \"$*\" in *ebur128*) " + end + ";; esac; exec " + FFMPEG + " \"$@\"");
        var processor =
                new FfmpegAudioProcessor(FfmpegSettings.of(deaf, FFPROBE).withTimeLimit(Duration.ofSeconds(5)));
        var call = Producing.input(Path.of("src/test/resources/audio/call-40.wav"));
        var task = new Compression(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> Producing.production(processor, task, List.of(call), folder, share -> {}))
                .isInstanceOf(AudioProcessingException.class);
    }

    @Test
    void aFileThatIsGoneIsNoFaultOfTheAudio() {
        var processor = new FfmpegAudioProcessor(Measuring.SETTINGS);

        assertThatThrownBy(() -> processor.measure(folder.resolve("gone")))
                .isInstanceOf(AudioProcessingException.class);
    }

    @Test
    void anInterruptEndsTheTool() throws Exception {
        var started = new CountDownLatch(1);
        var tool = Measuring.SETTINGS.tool();
        var pid = new FutureTask<>(() -> {
            assertThatThrownBy(() -> tool.run(List.of(script("echo; exec sleep 1000")), stream -> {
                        stream.read();
                        started.countDown();
                        stream.readAllBytes();
                    }))
                    .isInstanceOf(AudioProcessingException.class);
            return Thread.currentThread().isInterrupted();
        });
        var thread = Thread.ofPlatform().start(pid);
        started.await();
        thread.interrupt();

        assertThat(pid.get()).isTrue();
    }

    @Test
    void muchTalkIsKeptInParts() throws IOException {
        var exit = Measuring.SETTINGS
                .tool()
                .run(
                        List.of(script("echo first >&2; yes filler | head -n 300000 >&2; echo last >&2")),
                        stream -> stream.readAllBytes());

        assertThat(exit.log()).startsWith("first\n").endsWith("last\n").hasSizeLessThan(70_000);
        assertThat(exit.lastLine()).isEqualTo("last");
    }

    @Test
    void theToolSeesNoEnvironmentAndWritesNoFiles() throws IOException {
        var exit = Measuring.SETTINGS
                .tool()
                .run(
                        List.of(script("env >&2; sh -c 'echo secret > FOLDER/file'; true")),
                        stream -> stream.readAllBytes());

        assertThat(exit.log()).contains("PATH=").doesNotContain("HOME=", "USER=", "AWS_");
        assertThat(folder.resolve("file")).isEmptyFile();
    }

    private long child() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("child-"))
                    .mapToLong(name -> Long.parseLong(name.substring("child-".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertGone(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(FfmpegSettings settings) {
        var processor = new FfmpegAudioProcessor(settings);
        return assertThatThrownBy(() -> processor.measure(SampleAudio.TONE_WAV.path()))
                .isInstanceOf(AudioProcessingException.class);
    }

    /** A stand-in for a tool; {@code FOLDER} is the test's. */
    private String script(String text) throws IOException {
        var body = "#!/bin/sh\n" + text.replace("FOLDER", folder.toString());
        var file = Files.writeString(Files.createTempFile(folder, "tool", ".sh"), body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"))
                .toString();
    }
}
