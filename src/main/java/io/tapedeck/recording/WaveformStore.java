package io.tapedeck.recording;

import java.util.Optional;

/** Where waveforms are kept, as documents. */
public interface WaveformStore {
    void put(AudioVersion version, Waveform waveform);

    /** Gives a version the waveform of another one, whose audio is the same. */
    void copy(AudioVersion from, AudioVersion to);

    /** The document as it is handed out; empty if there is none. */
    Optional<byte[]> find(AudioVersion version);
}
