package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

/** What comes of sending an object. */
sealed interface Written {
    /** The status that says that a condition did not hold, here the one that there is no such object yet. */
    int CONDITION_FAILED = 412;

    /** It lies there. Whether its bytes are those that were sent is to be looked at. */
    record Arrived(ObjectResource object, Checksums sent) implements Written {
        public Arrived {
            requireNonNull(object);
            requireNonNull(sent);
        }

        boolean isWhole() {
            return object.has(sent);
        }
    }

    /** Another one lies there. */
    record Existing() implements Written {}

    /** It was damaged on the way or forgotten, and is not there. It may come off another time. */
    record Lost() implements Written {}
}
