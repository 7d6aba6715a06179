package io.tapedeck.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.recording.AudioStore;
import io.tapedeck.recording.ObjectKey;
import io.tapedeck.recording.RecordingId;
import io.tapedeck.recording.TenantId;
import io.tapedeck.recording.Waveform;
import io.tapedeck.recording.WaveformStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Waveforms as JSON documents beside the audio, in the form of audiowaveform, version 2. */
public final class WaveformDocuments implements WaveformStore {
    private static final int FORM = 2;
    private static final int BITS = 8;

    private final AudioStore store;

    public WaveformDocuments(AudioStore store) {
        this.store = store;
    }

    @Override
    public void put(TenantId tenant, RecordingId recording, int version, Waveform waveform) {
        var document = write(waveform).getBytes(StandardCharsets.UTF_8);
        store.put(ObjectKey.waveform(tenant, recording, version), document, "application/json");
    }

    @Override
    public Optional<byte[]> find(TenantId tenant, RecordingId recording, int version) {
        return store.read(ObjectKey.waveform(tenant, recording, version));
    }

    private static String write(Waveform waveform) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("version", FORM);
        document.put("channels", waveform.channels());
        document.put("sample_rate", waveform.sampleRate());
        document.put("samples_per_pixel", waveform.samplesPerPixel());
        document.put("bits", BITS);
        document.put("length", waveform.length());
        var data = document.putArray("data");
        for (var peak : waveform.peaks()) {
            data.add(peak);
        }
        return document.toString();
    }
}
