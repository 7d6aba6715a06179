package io.tapedeck.webhook;

import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventStore.LoggedEvent;

/** How events are written for webhooks. */
public interface Messages {
    /** Bytes of UTF-8 that a message stays below. */
    int LARGEST = 20_000;

    /**
     * An event as a CloudEvent in its structured mode. Where that would be too large, it has but the ids and states of what it tells of, and
     * says so.
     *
     * @param recording as it is now
     */
    String of(LoggedEvent event, CallRecording recording);

    /** An event that tells of nothing. */
    String of(LoggedEvent event);
}
