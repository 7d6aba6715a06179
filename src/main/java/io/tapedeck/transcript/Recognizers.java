package io.tapedeck.transcript;

import io.tapedeck.audio.SpeechEngine;
import java.util.Map;

/** The engines of this machine that hear a piece while one waits. */
public record Recognizers(Map<SpeechEngine, Recognizer> byEngine) {
    public Recognizers {
        byEngine = Map.copyOf(byEngine);
    }
}
