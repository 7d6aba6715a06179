package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredAnalytics;

/** What there is of a recording's analytics. */
public sealed interface Finding {
    /**
     * They are worked out.
     *
     * @param version of the audio that they are of
     * @param document a JSON object
     * @param stale whether the audio or the transcript has changed since
     */
    record Written(StoredAnalytics stored, int version, String document, boolean stale) implements Finding {
        public Written {
            requireNonNull(stored);
            requireNonNull(document);
        }
    }

    /** A job is to work them out. */
    record Underway(Job job) implements Finding {
        public Underway {
            requireNonNull(job);
        }
    }

    /** The last job that was to work them out failed. */
    record Failed(Job job) implements Finding {
        public Failed {
            requireNonNull(job);
        }
    }

    /** Nobody has asked for any. */
    record None() implements Finding {}
}
