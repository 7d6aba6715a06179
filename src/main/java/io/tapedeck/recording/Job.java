package io.tapedeck.recording;

import java.util.Optional;

/**
 * Work on a recording's audio. A row before it is a message: whoever is told of it claims it by a conditional write, and
 * holds it by a lease.
 *
 * @param progress from 0 to 1
 * @param created seconds since 1970
 * @param started seconds since 1970
 * @param finished seconds since 1970
 * @param attempts how often it was started; also tells apart the workers that held it
 * @param due seconds since 1970 at which the sweep must look at it: the upload's deadline, the end of a lease, the time
 *     of the next attempt
 * @param ready whether a worker may take it now, which the queue is told of
 */
public record Job(
        JobId id,
        TenantId tenant,
        RecordingId recording,
        Action action,
        State status,
        double progress,
        Optional<Failure> failure,
        long created,
        Optional<Long> started,
        Optional<Long> finished,
        int attempts,
        Optional<Long> due,
        boolean ready) {

    /** How often a job is tried. */
    public static final int MAX_ATTEMPTS = 3;

    /** Seconds that an upload which came to nothing is kept for whoever wants to know why: 2 days. */
    private static final long UPLOAD_KEPT = 2 * 86_400;

    /** What a job does. */
    public enum Action {
        INGEST,
        COMPRESS,
        CONVERT,
        TRIM,
        MERGE,
        ENHANCE_QUALITY;

        @Override
        public String toString() {
            return Wire.camel(this);
        }
    }

    /** Where a job is in its life. */
    public enum State {
        AWAITING_UPLOAD,
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED;

        @Override
        public String toString() {
            return Wire.name(this);
        }
    }

    /** One that waits for its audio until the deadline, in seconds since 1970. */
    public static Job awaitingUpload(JobId id, TenantId tenant, RecordingId recording, long now, long deadline) {
        return fresh(id, tenant, recording, State.AWAITING_UPLOAD, now, deadline, false);
    }

    /** One that can start at once; should its message be lost, it is told again at the given second. */
    public static Job queued(JobId id, TenantId tenant, RecordingId recording, long now, long again) {
        return fresh(id, tenant, recording, State.QUEUED, now, again, true);
    }

    /** The same, held by a worker until the lease ends. */
    public Job claimed(long now, long leaseEnd) {
        return with(State.RUNNING, 0, Optional.empty(), Optional.of(now), Optional.empty(), attempts + 1, leaseEnd);
    }

    /** The same, waiting for the sweep to make it ready again at the given second. */
    public Job postponed(Failure reason, long again) {
        return with(State.QUEUED, 0, Optional.of(reason), started, Optional.empty(), attempts, again);
    }

    /** The same, to be taken by a worker now; should its message be lost, it is told again at the given second. */
    public Job readied(long again) {
        return new Job(
                id,
                tenant,
                recording,
                action,
                State.QUEUED,
                0,
                failure,
                created,
                started,
                finished,
                attempts,
                Optional.of(again),
                true);
    }

    /** The same with another deadline. */
    public Job dueAt(long second) {
        return new Job(
                id,
                tenant,
                recording,
                action,
                status,
                progress,
                failure,
                created,
                started,
                finished,
                attempts,
                Optional.of(second),
                ready);
    }

    /** The same, done. */
    public Job succeeded(long now) {
        return ended(State.SUCCEEDED, 1, Optional.empty(), now);
    }

    /** The same, failed for good; what was uploaded is kept two days more. */
    public Job failed(Failure reason, long now) {
        return ended(State.FAILED, progress, Optional.of(reason), now).dueAt(now + UPLOAD_KEPT);
    }

    /** The same with nothing left for the sweep to do. */
    public Job settled() {
        return new Job(
                id,
                tenant,
                recording,
                action,
                status,
                progress,
                failure,
                created,
                started,
                finished,
                attempts,
                Optional.empty(),
                false);
    }

    /** Whether it will never run again. */
    public boolean isOver() {
        return status == State.SUCCEEDED || status == State.FAILED;
    }

    /** Whether a worker holds it at the given second. */
    public boolean isHeld(long now) {
        return status == State.RUNNING && due.filter(end -> end > now).isPresent();
    }

    private Job ended(State state, double reached, Optional<Failure> reason, long now) {
        return new Job(
                id,
                tenant,
                recording,
                action,
                state,
                reached,
                reason,
                created,
                started,
                Optional.of(now),
                attempts,
                Optional.empty(),
                false);
    }

    private Job with(
            State state,
            double reached,
            Optional<Failure> reason,
            Optional<Long> start,
            Optional<Long> end,
            int tries,
            long next) {
        return new Job(
                id,
                tenant,
                recording,
                action,
                state,
                reached,
                reason,
                created,
                start,
                end,
                tries,
                Optional.of(next),
                false);
    }

    private static Job fresh(
            JobId id, TenantId tenant, RecordingId recording, State state, long now, long due, boolean ready) {
        return new Job(
                id,
                tenant,
                recording,
                Action.INGEST,
                state,
                0,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(due),
                ready);
    }
}
