package io.tapedeck.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.recording.AudioStore;
import io.tapedeck.recording.AudioVersion;
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
    public void put(AudioVersion version, Waveform waveform) {
        put(version, write(waveform).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void copy(AudioVersion from, AudioVersion to) {
        find(from).ifPresent(document -> put(to, document));
    }

    @Override
    public Optional<byte[]> find(AudioVersion version) {
        return store.read(version.object().waveform());
    }

    private void put(AudioVersion version, byte[] document) {
        store.put(version.object().waveform(), document, "application/json");
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
