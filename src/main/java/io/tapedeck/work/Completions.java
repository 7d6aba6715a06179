package io.tapedeck.work;

import io.tapedeck.audio.Transcription;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.transcript.OutsideLeftovers;
import io.tapedeck.transcript.OutsideName;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hears that what a job has going on outside has come to an end: once, twice, late, or about jobs that are over by then. What
 * came of it is the worker's to ask; what nobody will ask for any more is removed.
 */
public final class Completions {
    private final Recordings recordings;
    private final RecordingStore store;
    private final JobQueue queue;
    private final RecordingObjects objects;
    private final OutsideLeftovers outside;
    private final String deployment;

    /** @param deployment what the names of its jobs outside begin with */
    public Completions(
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            RecordingObjects objects,
            OutsideLeftovers outside,
            String deployment) {
        this.recordings = recordings;
        this.store = store;
        this.queue = queue;
        this.objects = objects;
        this.outside = outside;
        this.deployment = deployment;
    }

    /** What became of what was heard. */
    public sealed interface Told {
        /** A worker is told to ask. */
        record AskedAfter(RecordingId recording) implements Told {}

        /** Somebody is asking already, or nobody ever will. */
        record NotAwaited(RecordingId recording) implements Told {}

        /** It is not ours. */
        record Foreign() implements Told {}
    }

    /** What was prepared for a job is ready, or cannot be. */
    public Told prepared(String name) {
        return told(name, Completions::isOver);
    }

    /** A job has come to an end outside, and needs nothing there any more but its result. */
    public Told ended(String name) {
        return told(name, job -> isOver(job) || needsVocabulary(job));
    }

    private Told told(String name, Predicate<Optional<Job>> removes) {
        return OutsideName.parse(deployment, name)
                .map(job -> told(job, removes))
                .orElseGet(Told.Foreign::new);
    }

    private Told told(OutsideName name, Predicate<Optional<Job>> removes) {
        var isAsked = recordings
                .changeIfThere(name.tenant(), name.recording(), recording -> askAfter(recording, name.job()))
                .orElse(false);
        var job = job(name.tenant(), name.recording(), name.job());
        if (isOver(job)) {
            objects.documents()
                    .deleteAll(KeyPrefix.documents(name.tenant(), name.recording())
                            .named(name.job().keptName()));
        }
        if (removes.test(job)) {
            outside.remove(name);
        }
        return isAsked ? new Told.AskedAfter(name.recording()) : new Told.NotAwaited(name.recording());
    }

    private Decision<Boolean> askAfter(CallRecording recording, JobId id) {
        return store.job(recording.tenant(), recording.id(), id)
                .filter(job -> job.handed() && !job.ready() && !job.isOver())
                .filter(job -> !recording.lifecycle().isDeleted() && queue.isAtHead(recording, job))
                .<Decision<Boolean>>map(job -> new Decision.Write<>(queue.askAfter(recording, job), true))
                .orElseGet(() -> new Decision.Leave<>(false));
    }

    /** Empty where nobody will ever work on it again. */
    private Optional<Job> job(TenantId tenant, RecordingId recording, JobId id) {
        return store.find(tenant, recording)
                .filter(found -> !found.lifecycle().isDeleted())
                .flatMap(found -> store.job(tenant, recording, id))
                .filter(job -> !job.isOver());
    }

    private static boolean isOver(Optional<Job> job) {
        return job.isEmpty();
    }

    private static boolean needsVocabulary(Optional<Job> job) {
        return job.map(Job::task)
                .filter(task -> task instanceof Transcription asked
                        && !asked.vocabulary().isEmpty())
                .isPresent();
    }
}
