package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Task;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Accepts work on audio. What cannot be done is refused before any work where that can be known by then. Every request
 * brings the id of what it makes: one that is made again under the same id finds what was accepted before.
 */
public final class AudioJobs {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final RetentionPolicy retention;

    /** @param retention how long a merged recording is kept */
    public AudioJobs(Recordings recordings, RecordingStore store, JobQueue queue, RetentionPolicy retention) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.retention = retention;
    }

    /**
     * Accepts a task on a recording's audio, behind what is accepted already.
     *
     * @throws ProblemException not-found; gone if deleted or expired; unprocessable-audio if there is none and none will
     *     come, or the task cannot be done; legal-hold if it would destroy what is held; too-many-requests
     */
    public Accepted submit(TenantId tenant, RecordingId id, Task task, Actor actor, JobId jobId) {
        return submit(tenant, id, task, List.of(), actor, jobId);
    }

    /**
     * The same of a task on a version of the audio that is there, whatever is accepted already.
     *
     * @throws ProblemException not-found; gone if deleted or expired; too-many-requests
     */
    public Accepted submit(TenantId tenant, RecordingId id, Task task, AudioVersion version, Actor actor, JobId jobId) {
        return submit(tenant, id, task, List.of(new Job.Input(id, version.number())), actor, jobId);
    }

    private Accepted submit(
            TenantId tenant, RecordingId id, Task task, List<Job.Input> inputs, Actor actor, JobId jobId) {
        if (store.job(tenant, id, jobId).isPresent()) {
            return accepted(recordings.get(tenant, id), jobId);
        }
        return recordings.change(tenant, id, recording -> {
            if (recording.jobs().queue().contains(jobId)) {
                return new Decision.Leave<>(accepted(recording, jobId));
            }
            requireAudioOrIngest(recordings.unexpired(recording));
            requireRelease(recording, task);
            if (recording.jobs().isIdle()) {
                requireFeasible(task, recording.audio().stream().toList());
            }
            var job = Job.of(jobId, tenant, id, task, inputs, actor, recordings.now());
            var change = queue.accept(recording, job);
            return new Decision.Write<>(
                    change, new Accepted(change.written(), change.jobs().getFirst()));
        });
    }

    /**
     * Accepts a task whose result is a new recording, with the details of its source, and kept no longer than that.
     *
     * @throws ProblemException not-found; gone; not-ready while the source has unfinished jobs; unprocessable-audio
     */
    public Accepted submitAsNew(TenantId tenant, RecordingId newId, RecordingId source, Task task, Actor actor) {
        return known(tenant, newId).orElseGet(() -> {
            var original = requireIdle(recordings.get(tenant, source));
            var kept = original.retention().copied();
            if (kept.isExpired(recordings.now())) {
                throw new ProblemException(
                        ProblemType.GONE,
                        "Only a legal hold keeps this recording; a new recording made from it would be deleted at once.");
            }
            var copy = CallRecording.derive(
                    tenant,
                    newId,
                    original.details(),
                    kept,
                    Placement.in(original.placement().current()),
                    List.of(source));
            return create(copy, task, List.of(original), actor);
        });
    }

    /**
     * Accepts a merge, whose result is a new recording.
     *
     * @param details tags and metadata of the new recording; what its sources agree on is added
     * @param retentionPeriod days; absent for the deployment's default
     * @throws ProblemException not-found; gone; not-ready while a source has unfinished jobs; unprocessable-audio
     */
    public Accepted merge(
            TenantId tenant,
            RecordingId newId,
            Merge merge,
            Details details,
            Optional<Integer> retentionPeriod,
            Actor actor) {
        return known(tenant, newId).orElseGet(() -> {
            var sources = IntStream.range(0, merge.recordings().size())
                    .mapToObj(i -> source(tenant, merge.recordings().get(i), i))
                    .toList();
            var merged = new MergedDetails(merge.mode(), sources).with(details);
            var fresh = CallRecording.derive(
                    tenant,
                    newId,
                    merged,
                    retention.of(retentionPeriod, newId.created()),
                    Placement.in(sources.getFirst().placement().current()),
                    merge.recordings());
            return create(fresh, merge, sources, actor);
        });
    }

    /** The job once it is over, or as it is when the patience is at its end. */
    public Job await(TenantId tenant, RecordingId id, JobId jobId, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        var job = job(tenant, id, jobId);
        while (!job.execution().isOver() && System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(POLL.toNanos(), end - System.nanoTime()));
            job = job(tenant, id, jobId);
        }
        return job;
    }

    private Optional<Accepted> known(TenantId tenant, RecordingId newId) {
        return store.find(tenant, newId).map(recording -> accepted(recording, JobId.first(newId)));
    }

    private Accepted create(CallRecording fresh, Task task, List<CallRecording> sources, Actor actor) {
        requireFeasible(task, sources.stream().map(AudioJobs::audio).toList());
        var inputs = sources.stream()
                .map(source -> new Job.Input(source.id(), audio(source).number()))
                .toList();
        var job = Job.of(
                JobId.first(fresh.id()),
                fresh.tenant(),
                fresh.id(),
                task,
                inputs,
                actor,
                fresh.history().created());
        var change = queue.create(fresh, List.of(job));
        return switch (store.commit(change)) {
            case COMMITTED -> new Accepted(change.written(), change.jobs().getFirst());
            case STALE -> accepted(recordings.get(fresh.tenant(), fresh.id()), job.id());
        };
    }

    private Accepted accepted(CallRecording recording, JobId job) {
        return new Accepted(recording, job(recording.tenant(), recording.id(), job));
    }

    private Job job(TenantId tenant, RecordingId id, JobId job) {
        return store.job(tenant, id, job)
                .orElseThrow(() -> new ProblemException(ProblemType.GONE, "This recording has been deleted."));
    }

    private CallRecording source(TenantId tenant, RecordingId id, int index) {
        var recording = store.find(tenant, id).orElseThrow(() -> Recordings.notFound("/recordings/" + index));
        try {
            return requireIdle(recording);
        } catch (ProblemException e) {
            throw new ProblemException(e.type(), id + " cannot be merged. " + e.getMessage());
        }
    }

    private CallRecording requireIdle(CallRecording recording) {
        requireAudioOrIngest(recordings.unexpired(recording));
        if (!recording.jobs().isIdle()) {
            throw new ProblemException(
                    ProblemType.NOT_READY, "The recording has unfinished jobs; try again when they have finished.");
        }
        return recording;
    }

    /** There is audio, or it is still to come. */
    private static void requireAudioOrIngest(CallRecording recording) {
        recording.lifecycle().failure().ifPresent(failure -> {
            throw new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, failure.message());
        });
    }

    private static void requireFeasible(Task task, List<AudioVersion> sources) {
        if (!sources.isEmpty()) {
            task.obstacle(sources.stream().map(AudioVersion::measures).toList()).ifPresent(failure -> {
                throw new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, failure.message());
            });
        }
    }

    private static void requireRelease(CallRecording recording, Task task) {
        if (recording.isHeldAgainst(task)) {
            throw new ProblemException(
                    ProblemType.LEGAL_HOLD,
                    "Release the legal hold before redacting the recording, or redact a copy of it by asNew.");
        }
    }

    private static AudioVersion audio(CallRecording recording) {
        return recording.audio().orElseThrow();
    }

    /** What was accepted: the recording that the result will belong to, and the job that makes it. */
    public record Accepted(CallRecording recording, Job job) {
        public Accepted {
            requireNonNull(recording);
            requireNonNull(job);
        }
    }
}
