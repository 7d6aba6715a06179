package io.tapedeck.transcription;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;

/** What there is of a version's transcript. */
public sealed interface Finding {
    /** It is written. */
    record Written(StoredTranscript stored, Transcript transcript) implements Finding {
        public Written {
            requireNonNull(stored);
            requireNonNull(transcript);
        }
    }

    /** A job is to write it. */
    record Underway(Job job) implements Finding {
        public Underway {
            requireNonNull(job);
        }
    }

    /** The last job that was to write it failed. */
    record Failed(Job job) implements Finding {
        public Failed {
            requireNonNull(job);
        }
    }

    /** Nobody has asked for one. */
    record None() implements Finding {}
}
