package io.tapedeck.work;

import io.tapedeck.analysis.CallSound;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.analytics.Call.Channel;
import io.tapedeck.analytics.ChannelSound;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.Range;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/** Hears the first second of each channel, and throws what it is told to. */
public final class ScriptedSound implements SoundAnalyzer {
    private static final ChannelSound CLEAN =
            new ChannelSound(0, false, OptionalDouble.of(-60), OptionalDouble.of(-20), 0, Optional.empty());

    private Optional<RuntimeException> failure = Optional.empty();

    /** The next time it listens, it throws this. */
    public void fail(RuntimeException next) {
        failure = Optional.of(next);
    }

    @Override
    public CallSound listen(AudioInput audio, Path folder, DoubleConsumer progress) {
        var thrown = failure;
        failure = Optional.empty();
        thrown.ifPresent(next -> {
            throw next;
        });
        var channel = new Channel(List.of(new Range(0, 1)), CLEAN);
        return new CallSound(
                Collections.nCopies(audio.measures().channels(), channel), List.of(), List.of(new Range(30.5, 30.6)));
    }
}
