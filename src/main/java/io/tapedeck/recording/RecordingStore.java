package io.tapedeck.recording;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import java.util.List;
import java.util.Optional;

/** Where recordings are kept, with their jobs and versions. */
public interface RecordingStore {
    /** Empty for one that never was or whose tombstone is no longer kept. */
    Optional<CallRecording> find(TenantId tenant, RecordingId id);

    /** Writes all of a change or, where the recording is at another revision by now, nothing. */
    Commit commit(Change change);

    /** Newest first. */
    Page<CallRecording> list(RecordingQuery query);

    /** Oldest first. */
    List<AudioVersion> versions(TenantId tenant, RecordingId id);

    /** Oldest first. */
    List<Job> jobs(TenantId tenant, RecordingId id);

    Optional<Job> job(TenantId tenant, RecordingId id, JobId job);

    /**
     * Writes when a job is due and how far it is, without a new revision of its recording.
     *
     * @return {@link Commit#STALE} if the job is in another state, or with another worker, by now
     */
    Commit prolong(Job job);

    /** Removes versions and jobs of a deleted recording, and whatever is personal from its events. */
    void erase(TenantId tenant, RecordingId id);

    /** What became of a write. */
    enum Commit {
        COMMITTED,
        /** Nothing was written: what it was made from has changed. */
        STALE
    }
}
