package io.tapedeck.storage;

import io.tapedeck.audio.Waveform;
import java.util.Optional;

/** Where waveforms are kept, as documents. */
public interface WaveformStore {
    /**
     * Keeps the waveform of some audio.
     *
     * @param audio where the audio lies
     */
    void put(ObjectKey audio, Waveform waveform);

    /** Gives audio the waveform of other audio, which is the same. */
    void copy(ObjectKey from, ObjectKey to);

    /** The document as it is handed out; empty if there is none. */
    Optional<byte[]> find(ObjectKey audio);
}
