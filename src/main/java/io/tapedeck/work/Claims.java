package io.tapedeck.work;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Gives a job to one worker at a time, by a lease that the worker keeps extending while it lives. */
public final class Claims {
    /** How long a job stays with a worker of whom nothing is heard. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;

    public Claims(Recordings recordings, RecordingStore store, JobQueue queue) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
    }

    /** Takes the job, unless it waits, is another worker's, or is over. */
    public Claim claim(TenantId tenant, RecordingId id, JobId jobId) {
        if (store.find(tenant, id).isEmpty()) {
            return new NotMine();
        }
        var claimed = new AtomicReference<Job>();
        var recording = recordings.change(tenant, id, current -> {
            claimed.set(null);
            return store.job(tenant, id, jobId)
                    .filter(job -> queue.isAtHead(current, job) && isFree(job))
                    .map(job -> {
                        claimed.set(job.claimed(recordings.now(), leaseEnd()));
                        return queue.start(current, claimed.get());
                    });
        });
        return claimed.get() == null ? new NotMine() : new Claimed(recording, claimed.get());
    }

    /** The job as it is now, if the worker of this attempt still holds it. */
    Optional<Job> held(CallRecording current, Job mine) {
        return store.job(mine.tenant(), mine.recording(), mine.id())
                .filter(job -> queue.isAtHead(current, job))
                .filter(job -> job.attempts() == mine.attempts() && job.status() == Job.State.RUNNING);
    }

    /** Keeps extending the lease until it is closed, and interrupts this thread if it is lost. */
    Lease keep(Job job) {
        return new Lease(
                held -> store.prolong(held.dueAt(leaseEnd())) == Commit.COMMITTED, job, Thread.currentThread());
    }

    /** One that lost its last worker is left to the sweep, which gives it up. */
    private boolean isFree(Job job) {
        return switch (job.status()) {
            case AWAITING_UPLOAD -> true;
            case QUEUED -> job.ready();
            case RUNNING -> !job.isHeld(recordings.now()) && job.attempts() < Job.MAX_ATTEMPTS;
            case SUCCEEDED, FAILED -> false;
        };
    }

    private long leaseEnd() {
        return recordings.now() + LEASE.toSeconds();
    }

    /** What became of a claim. */
    public sealed interface Claim {}

    /** The asker has the job, as of this attempt. */
    public record Claimed(CallRecording recording, Job job) implements Claim {}

    /** It waits, is over or another's at the moment, or its recording is gone. */
    public record NotMine() implements Claim {}
}
