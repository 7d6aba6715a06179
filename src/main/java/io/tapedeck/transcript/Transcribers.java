package io.tapedeck.transcript;

import io.tapedeck.audio.SpeechEngine;
import java.util.Map;
import java.util.Optional;

/** The engines that can be asked here. */
public record Transcribers(Map<SpeechEngine, Transcriber> byEngine) {
    public Transcribers {
        byEngine = Map.copyOf(byEngine);
    }

    /** Empty where the engine is not set up here. */
    public Optional<Transcriber> of(SpeechEngine engine) {
        return Optional.ofNullable(byEngine.get(engine));
    }
}
