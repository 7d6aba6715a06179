package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StoredAnalytics;

/**
 * Analytics that a recording has.
 *
 * @param version of the audio that they are of
 * @param document a JSON object
 * @param stale whether the audio or the transcript has changed since
 */
public record WrittenAnalytics(StoredAnalytics stored, int version, String document, boolean stale) {
    public WrittenAnalytics {
        requireNonNull(stored);
        requireNonNull(document);
    }
}
