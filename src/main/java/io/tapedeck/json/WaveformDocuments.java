package io.tapedeck.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.audio.Waveform;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.WaveformStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Waveforms as JSON documents beside the audio, in the form of audiowaveform, version 2. */
public final class WaveformDocuments implements WaveformStore {
    private static final int FORM = 2;
    private static final int BITS = 8;

    private final DocumentStore store;

    public WaveformDocuments(DocumentStore store) {
        this.store = store;
    }

    @Override
    public void put(ObjectKey audio, Waveform waveform) {
        put(audio, write(waveform).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void copy(ObjectKey from, ObjectKey to) {
        find(from).ifPresent(document -> put(to, document));
    }

    @Override
    public Optional<byte[]> find(ObjectKey audio) {
        return store.read(audio.waveform());
    }

    private void put(ObjectKey audio, byte[] document) {
        store.put(audio.waveform(), document, "application/json");
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
