package io.tapedeck.recording;

import java.util.Optional;

/** Where waveforms are kept, as documents. */
public interface WaveformStore {
    void put(TenantId tenant, RecordingId recording, int version, Waveform waveform);

    /** The document as it is handed out; empty if there is none. */
    Optional<byte[]> find(TenantId tenant, RecordingId recording, int version);
}
