package io.tapedeck.export;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioInput.Content;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Plan;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.storage.AudioStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Gets the audio of an export ready: as it is, straight from the store, or converted, in a file meanwhile. */
final class ExportedAudio {
    private static final Failure DAMAGED = new Failure(
            "audio-damaged",
            "The audio in the store is not what was put there: its SHA-256 differs from the version's.");

    /** Of the work on audio that is converted, what the conversion takes. */
    private static final double CONVERTED = 0.9;

    private final AudioStore audio;
    private final AudioProcessor processor;

    ExportedAudio(AudioStore audio, AudioProcessor processor) {
        this.audio = audio;
        this.processor = processor;
    }

    Prepared prepare(CallRecording recording, AudioVersion version, Export wanted, Path folder, DoubleConsumer progress)
            throws IOException {
        var conversion = wanted.conversion(version.measures());
        return conversion.isPresent()
                ? convert(recording, version, conversion.get(), folder, progress)
                : new Prepared.Ready(asItIs(recording, version, progress));
    }

    private StreamedFile asItIs(CallRecording recording, AudioVersion version, DoubleConsumer progress)
            throws IOException {
        var size = (double) version.file().size();
        var file = StreamedFile.read(
                AudioFiles.fileName(recording, version), content(version), read -> progress.accept(read / size));
        if (!file.fingerprint().sha256().equals(version.file().sha256())) {
            throw new TemporaryFailureException(DAMAGED, Optional.empty());
        }
        return file;
    }

    private Prepared convert(
            CallRecording recording, AudioVersion version, Conversion conversion, Path folder, DoubleConsumer progress)
            throws IOException {
        return switch (conversion.plan(List.of(version.measures()))) {
            case Plan.Infeasible(var failure) -> new Prepared.Impossible(failure);
            case Plan.Feasible(var encoding) -> {
                var input = new AudioInput(version.measures(), content(version));
                var made = processor.produce(
                        conversion, encoding, List.of(input), folder, part -> progress.accept(part * CONVERTED));
                yield prepared(made, recording, version, conversion, progress);
            }
        };
    }

    private Prepared prepared(
            Production made,
            CallRecording recording,
            AudioVersion version,
            Conversion conversion,
            DoubleConsumer progress)
            throws IOException {
        return switch (made) {
            case Production.Produced produced -> {
                var name = AudioFiles.fileName(recording, version, conversion.format());
                var file = produced.file();
                yield new Prepared.Ready(StreamedFile.read(name, () -> Files.newInputStream(file), _ -> {}));
            }
            case Production.Unchanged _ -> new Prepared.Ready(asItIs(recording, version, progress));
            case Production.Impossible(var failure) -> new Prepared.Impossible(failure);
        };
    }

    private Content content(AudioVersion version) {
        var file = version.file();
        return () -> audio.open(file.key())
                .orElseThrow(() -> new NoSuchFileException(file.key().value()));
    }

    /** What became of getting the audio ready. */
    sealed interface Prepared {
        /** It can be packed. */
        record Ready(StreamedFile file) implements Prepared {}

        /** It cannot be had in the format that was asked for, whatever is tried. */
        record Impossible(Failure failure) implements Prepared {}
    }
}
