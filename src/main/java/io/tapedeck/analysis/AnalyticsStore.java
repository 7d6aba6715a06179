package io.tapedeck.analysis;

import io.tapedeck.analytics.CallAnalytics;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAnalytics;
import java.util.Optional;

/** Where analytics are kept, as documents that are written once. */
public interface AnalyticsStore {
    /** Keeps analytics under a name of their own. */
    void put(ObjectKey document, CallAnalytics analytics);

    /** The document, a JSON object as it is handed out; empty if it is gone. */
    Optional<String> find(StoredAnalytics stored);
}
