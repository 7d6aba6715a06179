package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one transaction writes: the new state of a recording and all that goes with it. It holds only if the recording is
 * still at the revision that the new state was made from.
 *
 * @param recording the new state, with the revision that was read; 0 for one that must not exist yet
 */
public record Change(CallRecording recording, List<Job> jobs, List<AudioVersion> versions, List<Event> events) {
    public Change {
        requireNonNull(recording);
        jobs = List.copyOf(jobs);
        versions = List.copyOf(versions);
        events = List.copyOf(events);
    }

    /** The recording as it is once this is written. */
    public CallRecording written() {
        var last = events.isEmpty()
                ? recording.history().lastEvent()
                : events.getLast().id();
        return recording.committed(last);
    }
}
