package io.tapedeck.function.shares;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.json.Json;
import io.tapedeck.json.SharedWaveformView;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.WaveformStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Shows what is shared as one draws it: few enough peaks for a page to hold. */
public final class SharedWaveforms {
    private static final int MOST = 1000;
    private static final double FULL_SCALE = 128;
    private static final double THOUSAND = 1000;

    private final WaveformStore store;
    private final Json json;

    public SharedWaveforms(WaveformStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    /** Without channels where there is none of this audio. */
    SharedWaveformView of(ObjectKey audio) {
        return store.find(audio)
                .map(document -> json.read(new String(document, StandardCharsets.UTF_8)))
                .map(SharedWaveforms::view)
                .orElseGet(() -> new SharedWaveformView(List.of()));
    }

    private static SharedWaveformView view(JsonNode document) {
        var channels = document.get("channels").intValue();
        var length = document.get("length").intValue();
        var data = document.get("data");
        return new SharedWaveformView(IntStream.range(0, channels)
                .mapToObj(channel -> peaks(data, channels, channel, length))
                .toList());
    }

    private static List<Double> peaks(JsonNode data, int channels, int channel, int length) {
        var count = Math.min(length, MOST);
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(first(i, length, count), first(i + 1, length, count))
                        .map(pixel -> (pixel * channels + channel) * 2)
                        .map(at -> Math.max(
                                Math.abs(data.get(at).intValue()),
                                Math.abs(data.get(at + 1).intValue())))
                        .max()
                        .orElse(0))
                .map(SharedWaveforms::level)
                .toList();
    }

    private static int first(int part, int length, int count) {
        return (int) ((long) part * length / count);
    }

    private static double level(int peak) {
        return Math.round(peak / FULL_SCALE * THOUSAND) / THOUSAND;
    }
}
