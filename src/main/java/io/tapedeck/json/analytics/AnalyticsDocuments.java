package io.tapedeck.json.analytics;

import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analytics.CallAnalytics;
import io.tapedeck.json.Json;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.Gzip;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAnalytics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Analytics as compressed documents, whose JSON is that of the HTTP contract. */
public final class AnalyticsDocuments implements AnalyticsStore {
    private final DocumentStore store;
    private final Json json;

    public AnalyticsDocuments(DocumentStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public void put(ObjectKey document, CallAnalytics analytics) {
        var text = json.write(CallAnalyticsView.of(analytics));
        store.put(document, Gzip.compressed(text.getBytes(StandardCharsets.UTF_8)), Gzip.MEDIA_TYPE);
    }

    @Override
    public Optional<String> find(StoredAnalytics stored) {
        return store.read(stored.document())
                .map(document -> new String(Gzip.restored(document), StandardCharsets.UTF_8));
    }
}
