package io.tapedeck.retention;

import io.tapedeck.audio.Redaction;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.UploadTerms.Multipart;
import java.util.Optional;

/** Looks after jobs that nobody works on: the audio never came, the worker is gone, the message was lost. */
public final class LostJobs {
    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final Leftovers leftovers;
    private final Purge purge;
    private final EndedShares shares;
    private final UploadStore uploads;
    private final MultipartStore multiparts;

    public LostJobs(
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            Leftovers leftovers,
            Purge purge,
            EndedShares shares,
            UploadStore uploads,
            MultipartStore multiparts) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.leftovers = leftovers;
        this.purge = purge;
        this.shares = shares;
        this.uploads = uploads;
        this.multiparts = multiparts;
    }

    /** Does what is due for a job; nothing for one that is looked after by now. */
    public SweepOutcome handle(TenantId tenant, RecordingId id, JobId jobId) {
        due(tenant, id, jobId).filter(LostJobs::isRedaction).ifPresent(_ -> purge.leftovers(tenant, id));
        var looked = recordings
                .changeIfThere(
                        tenant,
                        id,
                        recording -> due(tenant, id, jobId)
                                .filter(job -> !recording.lifecycle().isDeleted())
                                .map(job -> decide(recording, job))
                                .orElseGet(() -> new Decision.Leave<>(Optional.empty())))
                .flatMap(found -> found);
        looked.filter(look -> look.after().execution().isOver()).ifPresent(this::clear);
        return looked.map(Look::outcome).orElse(SweepOutcome.SETTLED);
    }

    /** Makes a job ready again whose worker is known to be gone through no fault of the job. */
    public void release(TenantId tenant, RecordingId id, JobId jobId) {
        recordings.change(
                tenant,
                id,
                recording -> store.job(tenant, id, jobId)
                        .filter(job ->
                                isAbandoned(job) && !recording.lifecycle().isDeleted())
                        .map(job -> Decision.write(queue.ready(recording, job)))
                        .orElseGet(() -> Decision.leave(recording)));
    }

    private static boolean isAbandoned(Job job) {
        return job.execution().status() == State.RUNNING && !job.dispatch().handed();
    }

    private static boolean isRedaction(Job job) {
        return job.task() instanceof Redaction && job.execution().status() == State.SUCCEEDED;
    }

    private Optional<Job> due(TenantId tenant, RecordingId id, JobId jobId) {
        var now = recordings.now();
        return store.job(tenant, id, jobId)
                .filter(job ->
                        job.dispatch().due().filter(due -> !due.isAfter(now)).isPresent());
    }

    private Decision<Optional<Look>> decide(CallRecording recording, Job job) {
        if (!job.execution().isOver() && !queue.isAtHead(recording, job)) {
            return settle(recording, job);
        }
        return switch (job.execution().status()) {
            case AWAITING_UPLOAD ->
                hasArrived(job) ? restart(recording, job) : giveUp(SweepOutcome.ABANDONED, recording, job, NEVER_CAME);
            case QUEUED -> restart(recording, job);
            case RUNNING -> goOn(recording, job);
            case SUCCEEDED, FAILED -> settle(recording, job);
        };
    }

    /** Nothing is to be done, or not now: one that is not at the head of its queue is made ready when it comes there. */
    private Decision<Optional<Look>> settle(CallRecording recording, Job job) {
        return look(SweepOutcome.SETTLED, recording, job, queue.settle(recording, job));
    }

    /** Whoever has it is late, be it outside or a worker. */
    private Decision<Optional<Look>> goOn(CallRecording recording, Job job) {
        if (job.dispatch().handed()) {
            return look(SweepOutcome.ASKED_AFTER, recording, job, queue.askAfter(recording, job));
        }
        return job.execution().attempts() < Job.MAX_ATTEMPTS
                ? restart(recording, job)
                : giveUp(SweepOutcome.GIVEN_UP, recording, job, WORKER_LOST);
    }

    private Decision<Optional<Look>> restart(CallRecording recording, Job job) {
        return look(SweepOutcome.RESTARTED, recording, job, queue.ready(recording, job));
    }

    private Decision<Optional<Look>> giveUp(SweepOutcome outcome, CallRecording recording, Job job, Failure reason) {
        return look(outcome, recording, job, queue.fail(recording, job, reason, Actor.SWEEP));
    }

    private static Decision<Optional<Look>> look(
            SweepOutcome outcome, CallRecording recording, Job job, Change change) {
        var look = new Look(outcome, recording, job, change.jobs().getFirst());
        return new Decision.Write<>(change, Optional.of(look));
    }

    private boolean hasArrived(Job job) {
        return uploads.find(ObjectKey.upload(job.tenant(), job.recording())).isPresent();
    }

    private void clear(Look look) {
        var over = look.after();
        leftovers.removeOf(over);
        if (over.execution().status() == State.FAILED) {
            shares.forsake(over);
        }
        if (over.isIngest()) {
            var upload = ObjectKey.upload(over.tenant(), over.recording());
            look.recording()
                    .intake()
                    .flatMap(intake -> intake.upload().multipart())
                    .map(Multipart::id)
                    .ifPresent(multipart -> multiparts.abort(upload, multipart));
            if (look.before().execution().isOver()) {
                leftovers.removeUpload(over);
            }
        }
    }

    private static final Failure NEVER_CAME =
            new Failure("upload-missing", "The audio was not uploaded within 24 hours.");

    private static final Failure WORKER_LOST =
            new Failure("processing-failed", "The audio could not be processed in three attempts.");

    /**
     * What the sweep saw of a job and made of it.
     *
     * @param recording as it was before
     */
    private record Look(SweepOutcome outcome, CallRecording recording, Job before, Job after) {}
}
