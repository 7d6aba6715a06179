package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.Warning;
import io.tapedeck.container.Container;
import io.tapedeck.container.EditList;
import io.tapedeck.container.WavFile;
import io.tapedeck.container.WavReader;
import io.tapedeck.ffmpeg.process.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Audio as ffmpeg is to read it.
 *
 * @param options what ffmpeg must be told to read it and nothing else, its name included
 * @param input what ffmpeg is handed while it runs
 */
public record FfmpegInput(List<String> options, Tool.Input input) {
    private static final Set<Warning.Code> ODD_LENGTH =
            EnumSet.of(Warning.Code.TRUNCATED, Warning.Code.DURATION_MISMATCH);
    private static final List<String> OPEN_LENGTH = List.of("-ignore_length", "1");
    private static final int BUFFER = 64 * 1024;

    /** Whether ffmpeg is handed it while it runs. */
    public boolean isFed() {
        return input != Tool.Input.NONE;
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
        return piped(
                container(input).pipeOptions(), rawOptions(input.measures()), stream -> feed(input.content(), stream));
    }

    private static FfmpegInput piped(List<String> options, List<String> more, Tool.Input input) {
        return new FfmpegInput(with(options, more, List.of("-i", "pipe:0")), input);
    }

    /** Audio that is copied to a file first. */
    public static FfmpegInput copied(AudioInput input, Path file) {
        try (var content = input.content().open()) {
            Files.copy(content, file);
            return ofFile(file, container(input), rawOptions(input.measures()));
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
        return named(plain, Container.WAV.inputOptions(), OPEN_LENGTH);
    }

    /** Audio that lies in a file which says itself what it is. */
    public static FfmpegInput ofFile(Path file, Container container) throws IOException {
        return ofFile(file, container, List.of());
    }

    /** Sound without a header that lies in a file. */
    public static FfmpegInput ofFile(Path file, RawFormat raw) throws IOException {
        return ofFile(file, Container.of(raw), rawOptions(raw));
    }

    /** All tracks of a file, to be looked at. */
    static FfmpegInput toProbe(Path file, Container container) throws IOException {
        var wav = oddWav(file, container);
        return wav.isPresent()
                ? piped(container.pipeProbeOptions(), OPEN_LENGTH, feeding(wav.get(), file))
                : named(file, container.probeOptions(), List.of());
    }

    private static FfmpegInput ofFile(Path file, Container container, List<String> rawOptions) throws IOException {
        var wav = oddWav(file, container);
        return wav.isPresent()
                ? piped(container.pipeOptions(), OPEN_LENGTH, feeding(wav.get(), file))
                : named(file, container.inputOptions(), with(rawOptions, lead(file, container)));
    }

    /** What an edit list leaves empty before the sound, which ffmpeg would leave out. */
    private static List<String> lead(Path file, Container container) throws IOException {
        var lead = container == Container.MP4 ? EditList.lead(file) : 0;
        return lead > 0 ? List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", lead)) : List.of();
    }

    private static FfmpegInput named(Path file, List<String> options, List<String> more) {
        return new FfmpegInput(with(options, more, List.of("-i", "file:" + file.toAbsolutePath())), Tool.Input.NONE);
    }

    private static Optional<WavFile> oddWav(Path file, Container container) throws IOException {
        return container == Container.WAV ? WavFile.of(file).filter(wav -> !wav.isPlain()) : Optional.empty();
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
