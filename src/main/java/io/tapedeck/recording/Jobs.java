package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.JobId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the jobs of a recording without reading them.
 *
 * @param latest the one that was accepted last
 * @param queue those that are not over, in the order in which they were accepted; the first one is at work
 */
public record Jobs(Optional<Job> latest, List<JobId> queue) {
    public Jobs {
        requireNonNull(latest);
        queue = List.copyOf(queue);
    }

    /** There never was one. */
    static final Jobs NONE = new Jobs(Optional.empty(), List.of());

    /** Whether all are over. */
    public boolean isIdle() {
        return queue.isEmpty();
    }

    /** The same with one more at the end of the queue. */
    Jobs accepted(Job job) {
        return new Jobs(
                Optional.of(job),
                Stream.concat(queue.stream(), Stream.of(job.id())).toList());
    }

    /** The same with another state of one of them. */
    Jobs with(Job changed) {
        return new Jobs(latest.map(last -> last.id().equals(changed.id()) ? changed : last), queue);
    }

    /** The same with one of them over. */
    Jobs finished(Job over) {
        var left = queue.stream().filter(id -> !id.equals(over.id())).toList();
        return new Jobs(with(over).latest, left);
    }

    /** The same with nothing to do any more. */
    Jobs abandoned() {
        return new Jobs(latest, List.of());
    }
}
