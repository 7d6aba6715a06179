package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

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

    /**
     * An event as it was stored, in the terms of CloudEvents 1.0.
     *
     * @param time RFC 3339
     * @param data a JSON object as text
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
     */
    record LoggedEvent(
            String id,
            String source,
            String type,
            String time,
            String subject,
            String tenant,
            String sequence,
            String actor,
            String data) {
        public LoggedEvent {
            requireNonNull(id);
            requireNonNull(source);
            requireNonNull(type);
            requireNonNull(time);
            requireNonNull(subject);
            requireNonNull(tenant);
            requireNonNull(sequence);
            requireNonNull(actor);
            requireNonNull(data);
        }
    }
}
