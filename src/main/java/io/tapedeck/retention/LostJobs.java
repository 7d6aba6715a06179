package io.tapedeck.retention;

import io.tapedeck.audio.Action;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Status;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadTerms.Multipart;
import io.tapedeck.work.Leftovers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks after jobs that nobody works on: the audio never came, the worker is gone, the message was lost. */
public final class LostJobs {
    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final Leftovers leftovers;
    private final AudioStore audio;

    public LostJobs(
            Recordings recordings, RecordingStore store, JobQueue queue, Leftovers leftovers, AudioStore audio) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.leftovers = leftovers;
        this.audio = audio;
    }

    /** Does what is due for a job; nothing for one that is looked after by now. */
    public SweepOutcome handle(TenantId tenant, RecordingId id, JobId jobId) {
        var found = store.find(tenant, id).filter(recording -> recording.status() != Status.DELETED);
        var before = due(tenant, id, jobId);
        if (found.isEmpty() || before.isEmpty()) {
            return SweepOutcome.SETTLED;
        }
        var outcome = new AtomicReference<SweepOutcome>();
        recordings.change(tenant, id, recording -> {
            var decision = due(tenant, id, jobId)
                    .filter(job -> recording.status() != Status.DELETED)
                    .map(job -> decide(recording, job));
            outcome.set(decision.map(Decision::outcome).orElse(SweepOutcome.SETTLED));
            return decision.map(Decision::change);
        });
        store.job(tenant, id, jobId).filter(Job::isOver).ifPresent(over -> clear(found.get(), before.get(), over));
        return outcome.get();
    }

    /** Makes a job ready again whose worker is known to be gone through no fault of the job. */
    public void release(TenantId tenant, RecordingId id, JobId jobId) {
        recordings.change(
                tenant,
                id,
                recording -> store.job(tenant, id, jobId)
                        .filter(job -> job.status() == State.RUNNING && recording.status() != Status.DELETED)
                        .map(job -> queue.ready(recording, job)));
    }

    private Optional<Job> due(TenantId tenant, RecordingId id, JobId jobId) {
        var now = recordings.now();
        return store.job(tenant, id, jobId)
                .filter(job -> job.due().filter(due -> due <= now).isPresent());
    }

    private Decision decide(CallRecording recording, Job job) {
        if (!job.isOver() && !queue.isAtHead(recording, job)) {
            return settle(recording, job);
        }
        return switch (job.status()) {
            case AWAITING_UPLOAD ->
                hasArrived(job) ? restart(recording, job) : giveUp(SweepOutcome.ABANDONED, recording, job, NEVER_CAME);
            case QUEUED -> restart(recording, job);
            case RUNNING ->
                job.attempts() < Job.MAX_ATTEMPTS
                        ? restart(recording, job)
                        : giveUp(SweepOutcome.GIVEN_UP, recording, job, WORKER_LOST);
            case SUCCEEDED, FAILED -> settle(recording, job);
        };
    }

    /** Nothing is to be done, or not now: one that is not at the head of its queue is made ready when it comes there. */
    private Decision settle(CallRecording recording, Job job) {
        return new Decision(SweepOutcome.SETTLED, queue.settle(recording, job));
    }

    private Decision restart(CallRecording recording, Job job) {
        return new Decision(SweepOutcome.RESTARTED, queue.ready(recording, job));
    }

    private Decision giveUp(SweepOutcome outcome, CallRecording recording, Job job, Failure reason) {
        return new Decision(outcome, queue.fail(recording, job, reason, Actor.SWEEP));
    }

    private boolean hasArrived(Job job) {
        return audio.find(ObjectKey.upload(job.tenant(), job.recording())).isPresent();
    }

    private void clear(CallRecording found, Job before, Job over) {
        leftovers.removeOf(over);
        if (over.action() == Action.INGEST) {
            var upload = ObjectKey.upload(over.tenant(), over.recording());
            found.intake()
                    .flatMap(intake -> intake.upload().multipart())
                    .map(Multipart::id)
                    .ifPresent(multipart -> audio.abortMultipart(upload, multipart));
            if (before.isOver()) {
                leftovers.removeUpload(over);
            }
        }
    }

    private static final Failure NEVER_CAME =
            new Failure("upload-missing", "The audio was not uploaded within 24 hours.");

    private static final Failure WORKER_LOST =
            new Failure("processing-failed", "The audio could not be processed in three attempts.");

    private record Decision(SweepOutcome outcome, Change change) {}
}
