package io.tapedeck.recording;

import io.tapedeck.id.Ulid;
import io.tapedeck.id.UlidSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of one change, each of which follows the one before. */
public final class ChangeEvents {
    private final UlidSource ids;
    private final List<Event> events = new ArrayList<>();
    private Ulid last;

    /** @param last the latest event before the change */
    ChangeEvents(UlidSource ids, Ulid last) {
        this.ids = ids;
        this.last = last;
    }

    /** What is about no job. */
    public ChangeEvents add(EventName name, Actor actor) {
        return add(name, actor, Optional.empty(), List.of());
    }

    public ChangeEvents add(EventName name, Actor actor, Job job) {
        return add(name, actor, job, List.of());
    }

    /** @param changed names of the properties that an update changed */
    public ChangeEvents add(EventName name, Actor actor, Job job, List<String> changed) {
        return add(name, actor, Optional.of(job), changed);
    }

    private ChangeEvents add(EventName name, Actor actor, Optional<Job> job, List<String> changed) {
        last = ids.nextAfter(last);
        events.add(new Event(last, name, actor, job, changed));
        return this;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }
}
