package io.tapedeck.log;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tapedeck.id.WireNames;

/** How an invocation ended. */
public sealed interface InvocationOutcome {
    /** With an answer to an HTTP request. */
    record Answered(@JsonValue int status) implements InvocationOutcome {}

    /** In another way, where no HTTP request was to be answered. */
    enum Done implements InvocationOutcome {
        COMPLETED,
        NOTHING_TO_DO,
        /** A job failed for good. */
        FAILED,
        /** A file could not become a recording. */
        REJECTED,
        /** A job will be tried again. */
        POSTPONED,
        /** Time ran out; the next invocation goes on. */
        UNFINISHED,
        /** The caller is known. */
        KNOWN,
        /** No credentials, or none that are valid. */
        UNKNOWN,
        /** Nobody could find out who is calling. */
        UNAVAILABLE,
        /** Something unexpected; it will be tried again. */
        ERROR;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }
}
