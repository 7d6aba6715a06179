package io.tapedeck.recording;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import java.util.Optional;

/** Where it can be read what happened to recordings. Events are written with what they tell of, never by themselves. */
public interface EventStore {
    /**
     * Oldest first, after the given one.
     *
     * @param limit how many at most
     */
    Page<LoggedEvent> events(TenantId tenant, RecordingId id, Optional<String> after, int limit);
}
