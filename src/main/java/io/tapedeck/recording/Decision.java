package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

/** What is to become of a recording, and what whoever asked for it is told once it is so. */
public sealed interface Decision<T> {
    /** What is told. */
    T value();

    /** The change is to be written. */
    record Write<T>(Change change, T value) implements Decision<T> {
        public Write {
            requireNonNull(change);
            requireNonNull(value);
        }
    }

    /** The recording stays as it is. */
    record Leave<T>(T value) implements Decision<T> {
        public Leave {
            requireNonNull(value);
        }
    }

    /** To write the change, and tell of the recording as it is then. */
    static Decision<CallRecording> write(Change change) {
        return new Write<>(change, change.written());
    }

    /** To leave the recording as it is, and tell of it. */
    static Decision<CallRecording> leave(CallRecording recording) {
        return new Leave<>(recording);
    }
}
