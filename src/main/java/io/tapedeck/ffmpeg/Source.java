package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioInput;
import io.tapedeck.recording.AudioProcessingException;
import io.tapedeck.recording.Warning;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 */
record Source(List<String> options, Tool.Input input) {
    private static final Set<Warning.Code> ODD_LENGTH =
            EnumSet.of(Warning.Code.TRUNCATED, Warning.Code.DURATION_MISMATCH);
    private static final int BUFFER = 64 * 1024;

    /**
     * Prepares all that a task works on.
     *
     * @param folder where copies may lie
     */
    static List<Source> of(List<AudioInput> inputs, Path folder) {
        if (inputs.size() == 1 && canStream(inputs.getFirst())) {
            return List.of(piped(inputs.getFirst()));
        }
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> copied(inputs.get(i), folder.resolve("input-" + i)))
                .toList();
    }

    /** What is damaged is read from a file, as it was when it was measured. */
    private static boolean canStream(AudioInput input) {
        return Container.of(input.measures().format()).canStream()
                && input.measures().warnings().stream().map(Warning::code).noneMatch(ODD_LENGTH::contains);
    }

    private static Source piped(AudioInput input) {
        var options = new ArrayList<>(Container.of(input.measures().format()).pipeOptions());
        options.addAll(List.of("-i", "pipe:0"));
        return new Source(options, stream -> feed(input.content(), stream));
    }

    /** Audio that is copied to a file first. */
    static Source copied(AudioInput input, Path file) {
        try (var content = input.content().open()) {
            Files.copy(content, file);
            return ofFile(file, Container.of(input.measures().format()));
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be copied to a file", e);
        }
    }

    /** Audio that lies in a file. */
    static Source ofFile(Path file, Container container) throws IOException {
        var options = new ArrayList<>(container.inputOptions());
        if (container == Container.WAV && isUnstated(file)) {
            options.addAll(List.of("-ignore_length", "1"));
        }
        var lead = container == Container.MP4 ? EditList.lead(file) : 0;
        if (lead > 0) {
            options.addAll(List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", lead)));
        }
        options.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        return new Source(options, Tool.Input.NONE);
    }

    private static boolean isUnstated(Path wav) throws IOException {
        return WavHeader.of(wav)
                .filter(header -> header.length() == WavHeader.Length.UNTRUE)
                .isPresent();
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
