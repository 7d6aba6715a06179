package io.tapedeck.imports;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.transcript.Transcript;
import java.util.Optional;

/** What a callback tells. */
public sealed interface Told {
    /**
     * A call was recorded.
     *
     * @param id of the recording, by which the provider knows it
     * @param said in it, as far as the provider knows
     */
    record Recorded(String id, Details details, ImportSource source, Optional<Transcript> said) implements Told {
        public Recorded {
            requireNonNull(id);
            requireNonNull(details);
            requireNonNull(source);
            requireNonNull(said);
        }
    }

    /**
     * A recording that was begun came to nothing.
     *
     * @param id of the recording, by which the provider knows it
     */
    record Lost(String id, Details details, Failure reason) implements Told {
        public Lost {
            requireNonNull(id);
            requireNonNull(details);
            requireNonNull(reason);
        }
    }

    /** Nothing about a recording, or nothing new. */
    record Nothing() implements Told {}
}
