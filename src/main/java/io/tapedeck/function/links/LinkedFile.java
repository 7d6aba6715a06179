package io.tapedeck.function.links;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import java.util.Optional;

/**
 * What a link opens.
 *
 * @param recording that it is of, as it was read
 * @param size bytes
 * @param disposition value of Content-Disposition
 * @param opener who opens it, as events say it
 * @param job that made it; absent for a recording's audio
 */
record LinkedFile(
        CallRecording recording,
        AudioStore store,
        ObjectKey key,
        String contentType,
        long size,
        String disposition,
        Actor opener,
        Optional<Job> job) {
    LinkedFile {
        requireNonNull(recording);
        requireNonNull(store);
        requireNonNull(key);
        requireNonNull(contentType);
        requireNonNull(disposition);
        requireNonNull(opener);
        requireNonNull(job);
    }

    /** A URL to fetch it from. */
    String url(Duration validity) {
        return store.presignDownload(key, contentType, disposition, validity);
    }
}
