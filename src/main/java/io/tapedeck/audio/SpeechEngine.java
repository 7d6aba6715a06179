package io.tapedeck.audio;

import io.tapedeck.id.WireNames;

/** What can hear the words in audio, in the order in which it is taken where nobody says. */
public enum SpeechEngine {
    AMAZON_TRANSCRIBE,
    WHISPER,
    OPENAI,
    POCKETSPHINX;

    /** Whether it hears telephone calls well enough to be taken where nobody asks for it. */
    public boolean isForAnyCall() {
        return this != POCKETSPHINX;
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
