package io.tapedeck.recording;

import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.UploadTerms.Multipart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Looks after jobs that nobody works on: the audio never came, the worker is gone, the message was lost. */
public final class LostJobs {
    /** After how long a message that nobody took is sent again. */
    public static final Duration MESSAGE_LOST_AFTER = Duration.ofMinutes(15);

    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStore audio;

    public LostJobs(Recordings recordings, RecordingStore store, AudioStore audio) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
    }

    /** Does what is due for a job; nothing for one that is looked after by now. */
    public Fate handle(TenantId tenant, RecordingId id, JobId jobId) {
        var found = store.find(tenant, id);
        var arrived = audio.find(ObjectKey.upload(tenant, id)).isPresent();
        var now = recordings.now();
        if (found.isEmpty() || found.get().status() == Status.DELETED) {
            return Fate.SETTLED;
        }
        var fate = new AtomicReference<Fate>();
        var after = recordings.change(tenant, id, recording -> {
            var decision = store.job(tenant, id, jobId)
                    .filter(job -> job.due().filter(due -> due <= now).isPresent())
                    .filter(job -> recording.status() != Status.DELETED)
                    .map(job -> decide(recording, job, arrived, now));
            fate.set(decision.map(Decision::fate).orElse(Fate.SETTLED));
            return decision.map(Decision::change);
        });
        after.job().filter(Job::isOver).ifPresent(job -> clear(found.get()));
        return fate.get();
    }

    /** Makes a job ready again whose worker is known to be gone through no fault of the job. */
    public void release(TenantId tenant, RecordingId id, JobId jobId) {
        var now = recordings.now();
        recordings.change(
                tenant,
                id,
                recording -> store.job(tenant, id, jobId)
                        .filter(job -> job.status() == State.RUNNING && recording.status() != Status.DELETED)
                        .map(job -> ready(recording, job, now)));
    }

    private Decision decide(CallRecording recording, Job job, boolean arrived, long now) {
        return switch (job.status()) {
            case AWAITING_UPLOAD ->
                arrived
                        ? restart(recording, job, now)
                        : new Decision(Fate.ABANDONED, giveUp(recording, job, NEVER_CAME, now));
            case QUEUED -> restart(recording, job, now);
            case RUNNING -> retry(recording, job, now);
            case SUCCEEDED, FAILED -> new Decision(Fate.SETTLED, settle(recording, job));
        };
    }

    private Decision retry(CallRecording recording, Job job, long now) {
        return job.attempts() < Job.MAX_ATTEMPTS
                ? restart(recording, job, now)
                : new Decision(Fate.GIVEN_UP, giveUp(recording, job, WORKER_LOST, now));
    }

    private Decision restart(CallRecording recording, Job job, long now) {
        return new Decision(Fate.RESTARTED, ready(recording, job, now));
    }

    private Change ready(CallRecording recording, Job job, long now) {
        var ready = job.readied(now + MESSAGE_LOST_AFTER.toSeconds());
        return new Change(recording.with(ready, now), List.of(ready), List.of(), List.of());
    }

    private Change giveUp(CallRecording recording, Job job, Failure reason, long now) {
        var failed = job.failed(reason, now);
        var after = recording.failed(reason, failed, now);
        var event = recordings.event(after, EventName.FAILED, Actor.SWEEP);
        return new Change(after, List.of(failed), List.of(), List.of(event));
    }

    private Change settle(CallRecording recording, Job job) {
        var settled = job.settled();
        return new Change(recording.with(settled, recording.updated()), List.of(settled), List.of(), List.of());
    }

    private void clear(CallRecording before) {
        before.intake()
                .flatMap(intake -> intake.upload().multipart())
                .map(Multipart::id)
                .ifPresent(
                        multipart -> audio.abortMultipart(ObjectKey.upload(before.tenant(), before.id()), multipart));
        if (before.job().filter(Job::isOver).isPresent()) {
            audio.delete(ObjectKey.upload(before.tenant(), before.id()));
        }
    }

    private static final Failure NEVER_CAME =
            new Failure("upload-missing", "The audio was not uploaded within 24 hours.");

    private static final Failure WORKER_LOST = new Failure(
            "processing-failed", "The audio could not be processed; three attempts ended without a result.");

    private record Decision(Fate fate, Change change) {}
}
