package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Task;
import java.util.List;

/**
 * What there is of something that a job makes of a recording.
 *
 * @param <W> what is written once it is made
 */
public sealed interface Finding<W> {
    /** It is made. */
    record Written<W>(W written) implements Finding<W> {
        public Written {
            requireNonNull(written);
        }
    }

    /** A job is to make it. */
    record Underway<W>(Job job) implements Finding<W> {
        public Underway {
            requireNonNull(job);
        }
    }

    /** The last job that was to make it failed. */
    record Failed<W>(Job job) implements Finding<W> {
        public Failed {
            requireNonNull(job);
        }
    }

    /** Nobody has asked for it. */
    record None<W>() implements Finding<W> {}

    /**
     * What there is where nothing is written.
     *
     * @param jobs of the recording, oldest first; one that succeeded did so for another version
     * @param kind of those that make it
     */
    static <W> Finding<W> unwritten(List<Job> jobs, Class<? extends Task> kind) {
        return jobs.stream()
                .filter(job -> kind.isInstance(job.task()))
                .filter(job -> job.execution().status() != Job.State.SUCCEEDED)
                .reduce((_, later) -> later)
                .<Finding<W>>map(job -> job.execution().isOver() ? new Failed<>(job) : new Underway<>(job))
                .orElseGet(None::new);
    }
}
