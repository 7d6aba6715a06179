package io.tapedeck.sharing;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.util.List;

/** Makes shares, and lists those that there are. */
public final class Shares {
    /** How long somebody waits for a part to be cut out, who has the link in any case. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ShareStore store;
    private final Recordings recordings;
    private final AudioJobs jobs;
    private final Deadline deadline;

    public Shares(ShareStore store, Recordings recordings, AudioJobs jobs, Deadline deadline) {
        this.store = store;
        this.recordings = recordings;
        this.jobs = jobs;
        this.deadline = deadline;
    }

    /**
     * Makes a share, and has its part cut out where it is of a part.
     *
     * @param version of the audio that is shared
     * @throws ProblemException unprocessable-audio if the part could not be cut out; gone; too-many-requests
     */
    public void make(Share share, AudioVersion version, Actor actor) {
        store.put(share);
        if (share.part().isClip()) {
            accept(share, version, actor);
            requireCut(share);
        }
    }

    /** Those of a recording, oldest first, but for what nobody can open any more since it was revoked or redacted. */
    public List<Share> list(TenantId tenant, RecordingId id) {
        var recording = recordings.getLive(tenant, id);
        return store.list(tenant, id).stream()
                .filter(share -> share.isKnown(recordings.now()) && isOfWhatThereIs(share, recording))
                .toList();
    }

    private static boolean isOfWhatThereIs(Share share, CallRecording recording) {
        return share.part().since() == recording.history().redaction();
    }

    private void accept(Share share, AudioVersion version, Actor actor) {
        var task = share.part().task(share.id());
        try {
            jobs.submit(share.tenant(), share.recording(), task, version, actor, share.job());
        } catch (ProblemException e) {
            store.remove(share);
            throw e;
        }
    }

    private void requireCut(Share share) {
        var job = jobs.await(share.tenant(), share.recording(), share.job(), deadline.within(PATIENCE));
        if (job.execution().status() == Job.State.FAILED) {
            var why = job.execution().failure().map(Failure::message);
            throw new ProblemException(
                    ProblemType.UNPROCESSABLE_AUDIO, why.orElse("The part could not be cut out of the audio."));
        }
    }
}
