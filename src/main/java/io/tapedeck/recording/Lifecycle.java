package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import java.util.Optional;

/**
 * Where a recording is in its life, and why.
 *
 * @param failure why there is no usable audio
 * @param deletion only of a tombstone
 */
public record Lifecycle(Status status, Optional<Failure> failure, Optional<Deletion> deletion) {
    public Lifecycle {
        requireNonNull(status);
        requireNonNull(failure);
        requireNonNull(deletion);
    }

    /** Something is to be done, as to take the audio in. */
    static final Lifecycle NEW = new Lifecycle(Status.PROCESSING, Optional.empty(), Optional.empty());

    /** Whether it is that of a tombstone. */
    public boolean isDeleted() {
        return status == Status.DELETED;
    }

    /** The same with these jobs to be done. */
    Lifecycle with(Jobs jobs) {
        return new Lifecycle(jobs.isIdle() ? Status.COMPLETED : Status.PROCESSING, failure, deletion);
    }

    /** The same without usable audio, for good. */
    Lifecycle failed(Failure reason) {
        return new Lifecycle(Status.FAILED, Optional.of(reason), deletion);
    }

    /** That of a tombstone. */
    static Lifecycle deleted(Deletion certificate) {
        return new Lifecycle(Status.DELETED, Optional.empty(), Optional.of(certificate));
    }
}
