package io.tapedeck.work;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.Waveform;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Does what a test says, and else what is asked: audio is text here, and what is made of it says by what. Text without a
 * letter is no audio.
 */
public final class ScriptedProcessor implements AudioProcessor {
    private final Queue<Happening> script = new ArrayDeque<>();

    /** What happens instead of the work, or before it. */
    public interface Happening {
        /** Empty to go on with the work. */
        Optional<Production> happen(DoubleConsumer progress);
    }

    /** Says what happens at the first work of which nothing has been said. */
    public ScriptedProcessor then(Happening happening) {
        script.add(happening);
        return this;
    }

    public ScriptedProcessor thenFail() {
        return then(_ -> {
            throw new AudioProcessingException("no space left on device");
        });
    }

    public ScriptedProcessor thenAnswer(Production production) {
        return then(_ -> Optional.of(production));
    }

    @Override
    public Measurement measure(Path file, Optional<RawFormat> raw) {
        try {
            var text = Files.readString(file);
            return text.chars().anyMatch(Character::isLetter)
                    ? new Measurement.Measured(measures(Format.WAV, text), waveform(text))
                    : new Measurement.Unusable(new Failure("no-audio", "The file holds no audio."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Production produce(
            AudioTask task, Encoding encoding, List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        var happening = script.isEmpty() ? (Happening) _ -> Optional.empty() : script.remove();
        return happening.happen(progress).orElseGet(() -> make(task, inputs, folder));
    }

    @Override
    public Production mask(Masking masking, Encoding encoding, AudioInput input, Path folder, DoubleConsumer progress) {
        var happening = script.isEmpty() ? (Happening) _ -> Optional.empty() : script.remove();
        return happening.happen(progress).orElseGet(() -> masked(masking, encoding, input, folder));
    }

    /** The measures of audio that says so. */
    public static AudioMeasures measures(Format format, String text) {
        return new AudioMeasures(
                format,
                Codec.usual(format).toString(),
                8000,
                128,
                1,
                text.length(),
                Quality.LOW,
                new Loudness(-20, 3, Optional.of(-1.0)),
                Optional.of(ChannelLayout.MONO),
                List.of(1.0),
                List.of(),
                Optional.empty());
    }

    private static Production make(AudioTask task, List<AudioInput> inputs, Path folder) {
        try {
            var words = inputs.stream().map(ScriptedProcessor::read).toList();
            var format = task instanceof Conversion conversion ? conversion.format() : Format.OGG;
            var text = String.join(" and ", words) + ", then " + format;
            var file = Files.writeString(folder.resolve("made"), text);
            return new Produced(file, measures(format, text), waveform(text), Set.of(), AudioResult.PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Production masked(Masking masking, Encoding encoding, AudioInput input, Path folder) {
        try {
            var text = read(input) + ", then " + masking.style();
            var file = Files.writeString(folder.resolve("made"), text);
            var removed = AudioResult.removing(masking.removed(input.measures().duration()));
            return new Produced(file, measures(encoding.format(), text), waveform(text), Set.of(), removed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(AudioInput input) {
        try (var content = input.content().open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AudioProcessingException("the input cannot be read", e);
        }
    }

    private static Waveform waveform(String text) {
        return new Waveform(1, 8000, 80, new byte[2 * text.length()]);
    }
}
