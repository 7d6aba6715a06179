package io.tapedeck.work;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
    public Claim claim(TenantId tenant, RecordingId id, JobId job) {
        return recordings
                .changeIfThere(tenant, id, current -> decide(current, store.job(tenant, id, job)))
                .orElseGet(NotHeld::new);
    }

    /** The same of a job that was read after its recording. */
    public Claim claim(CallRecording recording, Job job) {
        return recordings
                .changeIfThere(recording, current -> decide(current, asItIs(current, recording, job)))
                .orElseGet(NotHeld::new);
    }

    private Decision<Claim> decide(CallRecording current, Optional<Job> job) {
        return job.filter(found -> queue.isAtHead(current, found) && isFree(found))
                .map(found -> start(current, found))
                .orElseGet(() -> new Decision.Leave<>(new NotHeld()));
    }

    private Decision<Claim> start(CallRecording current, Job job) {
        var claimed = job.claimed(recordings.now(), leaseEnd());
        var change = queue.start(current, claimed);
        return new Decision.Write<>(change, new Claimed(change.written(), claimed));
    }

    /** The job as it is now but for how far it has come, if whoever claimed it still holds it. */
    Optional<Job> held(CallRecording current, Claimed mine) {
        return asItIs(current, mine.recording(), mine.job())
                .filter(job -> queue.isAtHead(current, job))
                .filter(job -> job.dispatch().holder() == mine.job().dispatch().holder()
                        && job.execution().status() == Job.State.RUNNING);
    }

    /** A job that is held, as far as its lease has been told that it has come. */
    Job asFarAsItCame(Job held) {
        return store.job(held.tenant(), held.recording(), held.id())
                .map(job -> held.at(job.execution().progress()))
                .orElse(held);
    }

    /** Whoever changes a job gives its recording another revision; until then what was read of both holds. */
    private Optional<Job> asItIs(CallRecording current, CallRecording read, Job job) {
        return current.history().revision() == read.history().revision()
                ? Optional.of(job)
                : store.job(job.tenant(), job.recording(), job.id());
    }

    /** Keeps extending the lease until it is closed, and interrupts this thread if it is lost. */
    Lease keep(Job job) {
        return new Lease(
                reached -> store.prolong(job.at(reached).dueAt(leaseEnd())) == Commit.COMMITTED,
                job.execution().progress(),
                Thread.currentThread());
    }

    /**
     * What goes on outside is anybody's to ask after. One that lost its last worker is left to the sweep, which gives it
     * up.
     */
    private boolean isFree(Job job) {
        return switch (job.execution().status()) {
            case AWAITING_UPLOAD -> true;
            case QUEUED -> job.dispatch().ready();
            case RUNNING ->
                job.dispatch().handed()
                        || !job.isHeld(recordings.now()) && job.execution().attempts() < Job.MAX_ATTEMPTS;
            case SUCCEEDED, FAILED -> false;
        };
    }

    private Instant leaseEnd() {
        return recordings.now().plus(LEASE);
    }

    /** What became of a claim. */
    public sealed interface Claim {}

    /** The asker has the job; both are as they were written. */
    public record Claimed(CallRecording recording, Job job) implements Claim {}

    /** The asker does not hold the job: it waits, is over, another worker has it, or its recording is gone. */
    public record NotHeld() implements Claim {}
}
