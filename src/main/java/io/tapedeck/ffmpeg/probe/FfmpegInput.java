package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.container.Container;
import io.tapedeck.container.EditList;
import io.tapedeck.container.WavFile;
import io.tapedeck.container.WavReader;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Audio as ffmpeg is to read it.
 *
 * @param options what ffmpeg must be told to read it and nothing else, its name included
 * @param input what ffmpeg is handed while it runs
 * @param timed whether its container has a time line
 */
public record FfmpegInput(List<String> options, Tool.Input input, boolean timed) {
    private static final Set<Warning.Code> ODD_LENGTH =
            EnumSet.of(Warning.Code.TRUNCATED, Warning.Code.DURATION_MISMATCH);
    private static final List<String> OPEN_LENGTH = List.of("-ignore_length", "1");
    private static final int BUFFER = 64 * 1024;

    /** Whether ffmpeg is handed it while it runs. */
    public boolean isFed() {
        return input != Tool.Input.NONE;
    }

    /** What is done first to what it decodes to. */
    public InputFilters filters(int channels) {
        return new InputFilters(channels, timed);
    }

    /**
     * Prepares all that a task works on.
     *
     * @param folder where copies may lie
     */
    public static List<FfmpegInput> of(List<AudioInput> inputs, Path folder) {
        if (inputs.size() > 1) {
            return IntStream.range(0, inputs.size())
                    .mapToObj(i -> inFile(inputs.get(i), folder.resolve("input-" + i)))
                    .toList();
        }
        var only = inputs.getFirst();
        return List.of(canStream(only) ? piped(only) : copied(only, folder.resolve("input")));
    }

    /** What is damaged or out of order is read from a file, as it was when it was measured. */
    private static boolean canStream(AudioInput input) {
        return container(input).canStream()
                && input.measures().warnings().stream().map(Warning::code).noneMatch(ODD_LENGTH::contains)
                && (container(input) != Container.WAV || isPlain(input));
    }

    private static boolean isPlain(AudioInput wav) {
        try (var content = wav.content().open()) {
            return WavReader.isPlainBeforeSound(content.readNBytes(BUFFER));
        } catch (IOException e) {
            throw new AudioProcessingException("The beginning of the audio could not be read", e);
        }
    }

    private static FfmpegInput piped(AudioInput input) {
        var container = container(input);
        var options = with(container.pipeOptions(), rawOptions(input.measures()), List.of("-i", "pipe:0"));
        return new FfmpegInput(options, stream -> feed(input.content(), stream), container.hasTimeLine());
    }

    /** A WAV file whose header leaves its length open. */
    public static FfmpegInput openWav(Tool.Input input) {
        return openWav(Container.WAV.pipeOptions(), input);
    }

    private static FfmpegInput openWav(List<String> options, Tool.Input input) {
        return new FfmpegInput(with(options, OPEN_LENGTH, List.of("-i", "pipe:0")), input, false);
    }

    /** Audio that is copied to a file first. */
    public static FfmpegInput copied(AudioInput input, Path file) {
        try (var content = input.content().open()) {
            Files.copy(content, file);
            return ofFile(SoundFile.of(file, container(input)), rawOptions(input.measures()));
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be copied to a file", e);
        }
    }

    /** Audio that is copied to a file first, which is handed over by its name alone. */
    private static FfmpegInput inFile(AudioInput input, Path file) {
        var source = copied(input, file);
        if (source.input() == Tool.Input.NONE) {
            return source;
        }
        var plain = file.resolveSibling(file.getFileName() + "-plain");
        try (var stream = Files.newOutputStream(plain)) {
            source.input().feed(stream);
            Files.delete(file);
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be copied to a file", e);
        }
        return named(plain, Container.WAV, Container.WAV.inputOptions(), OPEN_LENGTH);
    }

    /** Audio that lies in a file which says itself what it is. */
    public static FfmpegInput ofFile(SoundFile file) throws IOException {
        return ofFile(file, List.of());
    }

    /** Sound without a header that lies in a file. */
    public static FfmpegInput ofFile(Path file, RawFormat raw) throws IOException {
        return ofFile(SoundFile.of(file, Container.of(raw)), rawOptions(raw));
    }

    /** All tracks of a file, to be looked at. */
    static FfmpegInput toProbe(SoundFile file) {
        var container = file.container();
        return file.oddWav()
                .map(wav -> openWav(container.pipeProbeOptions(), feeding(wav, file.path())))
                .orElseGet(() -> named(file.path(), container, container.probeOptions(), List.of()));
    }

    private static FfmpegInput ofFile(SoundFile file, List<String> rawOptions) throws IOException {
        var container = file.container();
        var more = with(rawOptions, lead(file.path(), container));
        return file.oddWav()
                .map(wav -> openWav(feeding(wav, file.path())))
                .orElseGet(() -> named(file.path(), container, container.inputOptions(), more));
    }

    /** What an edit list leaves empty before the sound, which ffmpeg would leave out. */
    private static List<String> lead(Path file, Container container) throws IOException {
        var lead = container == Container.MP4 ? EditList.lead(file) : 0;
        return lead > 0 ? List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", lead)) : List.of();
    }

    private static FfmpegInput named(Path file, Container container, List<String> options, List<String> more) {
        var all = with(options, more, List.of("-i", "file:" + file.toAbsolutePath()));
        return new FfmpegInput(all, Tool.Input.NONE, container.hasTimeLine());
    }

    private static Tool.Input feeding(WavFile wav, Path file) {
        return stream -> {
            try {
                wav.write(file, stream);
            } catch (IOException e) {
                // a tool that has what it needs closes its end
            }
        };
    }

    private static Container container(AudioInput input) {
        return RawFormat.of(input.measures())
                .map(Container::of)
                .orElseGet(() -> Container.of(input.measures().format()));
    }

    private static List<String> rawOptions(AudioMeasures measures) {
        return RawFormat.of(measures).map(FfmpegInput::rawOptions).orElse(List.of());
    }

    /** The other codecs have one form only. */
    private static List<String> rawOptions(RawFormat raw) {
        return raw.codec().isFixed()
                ? List.of()
                : List.of(
                        "-sample_rate", String.valueOf(raw.sampleRate()), "-channels", String.valueOf(raw.channels()));
    }

    @SafeVarargs
    private static List<String> with(List<String>... options) {
        return Arrays.stream(options).flatMap(List::stream).toList();
    }

    private static void feed(AudioInput.Content content, OutputStream tool) {
        try (var stream = content.open()) {
            var buffer = new byte[BUFFER];
            for (int count; (count = stream.read(buffer)) >= 0 && takes(tool, buffer, count); ) {}
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be read to its end", e);
        }
    }

    /** A tool that has what it needs closes its end. */
    private static boolean takes(OutputStream tool, byte[] buffer, int count) {
        try {
            tool.write(buffer, 0, count);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
