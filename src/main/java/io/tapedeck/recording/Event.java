package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Ulid;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a recording, to be written together with the change itself.
 *
 * @param id sorts as text in the order of the recording's events
 * @param job the job that it is about
 * @param changed names of the properties that an update changed
 */
public record Event(Ulid id, EventName name, Actor actor, Optional<Job> job, List<String> changed) {
    public Event {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(actor);
        requireNonNull(job);
        changed = List.copyOf(changed);
    }
}
