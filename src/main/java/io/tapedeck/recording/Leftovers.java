package io.tapedeck.recording;

import io.tapedeck.audio.Export;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import io.tapedeck.recording.Job.State;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.RecordingObjects;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Removes what jobs leave in the store beside their results: objects of attempts that came to nothing, and the upload
 * that audio came by.
 */
public final class Leftovers {
    private final RecordingStore store;
    private final RecordingObjects objects;

    public Leftovers(RecordingStore store, RecordingObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Removes what the attempts before this one left, none of which can succeed any more. */
    public void removeBefore(Job attempt) {
        remove(attempt, 1, attempt.dispatch().holder() - 1);
    }

    /** Removes what this attempt made. */
    public void removeResult(Job attempt) {
        remove(attempt, attempt.dispatch().holder(), attempt.dispatch().holder());
    }

    /** Removes what is in the way after an attempt that lost the job, or did not hear that what it wrote was written. */
    public void removeAfterLoss(Job attempt) {
        var recording = store.find(attempt.tenant(), attempt.recording());
        if (recording.filter(found -> !found.lifecycle().isDeleted()).isEmpty()) {
            objects.deleteAll(attempt.tenant(), attempt.recording());
            return;
        }
        store.job(attempt.tenant(), attempt.recording(), attempt.id()).ifPresent(now -> removeAfter(attempt, now));
    }

    private void removeAfter(Job attempt, Job now) {
        var isIngest = attempt.isIngest();
        var isDone = now.execution().status() == State.SUCCEEDED
                && now.dispatch().holder() == attempt.dispatch().holder();
        if (isDone && isIngest) {
            removeUpload(attempt);
        } else if (!isDone && (!isIngest || now.execution().status() == State.FAILED)) {
            removeResult(attempt);
        }
    }

    /** Removes what the attempts at a job left that is over, and what an export made: it is looked at once its time is over. */
    public void removeOf(Job over) {
        var isDone = over.execution().status() == State.SUCCEEDED && !(over.task() instanceof Export);
        if (!isDone || !over.isIngest()) {
            remove(
                    over,
                    1,
                    isDone ? over.dispatch().holder() - 1 : over.dispatch().holder());
        }
        removeKept(over);
    }

    /** Removes what the holders of a job that is over kept for each other. */
    public void removeKept(Job over) {
        if (over.task() instanceof Transcription || over.task() instanceof Redaction) {
            objects.deleteNamed(over.tenant(), over.recording(), over.id().keptName());
        }
    }

    /** Removes those of some transcripts and analytics of a recording that no version of its audio has. */
    public void removeUnused(CallRecording recording, List<ObjectKey> documents) {
        var used = store.versions(recording.tenant(), recording.id()).stream()
                .flatMap(AudioVersion::documents)
                .toList();
        documents.stream()
                .filter(document -> !used.contains(document))
                .forEach(document -> objects.documents().deleteAll(KeyPrefix.of(document)));
    }

    /** Removes what the audio of an ingest came by, wherever it lay. */
    public void removeUpload(Job ingest) {
        objects.uploads().delete(ObjectKey.upload(ingest.tenant(), ingest.recording()));
        if (ingest.actor().equals(Actor.UPLOAD)) {
            objects.uploads().delete(ObjectKey.adopted(ingest.tenant(), ingest.recording()));
        }
    }

    private void remove(Job job, String name) {
        if (job.task() instanceof Export) {
            objects.deleteExport(job.tenant(), job.recording(), name);
        } else {
            objects.deleteNamed(job.tenant(), job.recording(), name);
        }
    }

    /** All attempts at an ingest write under the same name. */
    private void remove(Job job, int first, int last) {
        IntStream.rangeClosed(first, last).mapToObj(job::resultName).distinct().forEach(name -> remove(job, name));
    }
}
