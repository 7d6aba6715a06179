package io.tapedeck.recording;

import io.tapedeck.problem.ProblemException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Gives a job to one worker at a time, by a lease that the worker keeps extending while it lives. */
public final class Claims {
    /** How long a job stays with a worker of whom nothing is heard. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(Claims.class.getName());
    private static final Duration HEARTBEAT = LEASE.dividedBy(3);

    private final Recordings recordings;
    private final RecordingStore store;

    public Claims(Recordings recordings, RecordingStore store) {
        this.recordings = recordings;
        this.store = store;
    }

    /** Takes the job, unless another worker holds it or it is over. */
    public Claim claim(TenantId tenant, RecordingId id, JobId jobId) {
        if (store.find(tenant, id).isEmpty()) {
            return new NotMine();
        }
        var claimed = new AtomicReference<Job>();
        var recording = recordings.change(tenant, id, current -> {
            claimed.set(null);
            return store.job(tenant, id, jobId)
                    .filter(job -> current.status() != Status.DELETED)
                    .filter(job -> !job.isOver() && !job.isHeld(recordings.now()))
                    .map(job -> {
                        claimed.set(job.claimed(recordings.now(), leaseEnd()));
                        return start(current, claimed.get());
                    });
        });
        return claimed.get() == null ? new NotMine() : new Claimed(recording, claimed.get());
    }

    /** The job as it is in the recording, if the worker of this attempt still holds it. */
    public Optional<Job> held(CallRecording current, Job mine) {
        return current.job()
                .filter(job -> current.status() != Status.DELETED)
                .filter(job -> job.id().equals(mine.id())
                        && job.attempts() == mine.attempts()
                        && job.status() == Job.State.RUNNING);
    }

    /** Keeps extending the lease until it is closed. */
    public Lease keep(Job job) {
        var timer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        timer.scheduleAtFixedRate(() -> extend(job), HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    private Change start(CallRecording current, Job job) {
        var running = current.with(job, recordings.now());
        var event = recordings.event(running, EventName.PROCESSING, Actor.of(job.id()));
        return new Change(running, List.of(job), List.of(), List.of(event));
    }

    private void extend(Job job) {
        try {
            store.prolong(job, leaseEnd());
        } catch (ProblemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "a lease could not be extended", e);
        }
    }

    private long leaseEnd() {
        return recordings.now() + LEASE.toSeconds();
    }

    /** What became of a claim. */
    public sealed interface Claim {}

    /** The asker has the job, as of this attempt. */
    public record Claimed(CallRecording recording, Job job) implements Claim {}

    /** It is over, another's at the moment, or its recording is gone. */
    public record NotMine() implements Claim {}

    /** A hold on a job. */
    public interface Lease extends AutoCloseable {
        @Override
        void close();
    }
}
