package io.tapedeck.recording;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.List;

/** The versions of a recording's audio, any of which can be the current one. */
public final class Versions {
    private final Recordings recordings;
    private final RecordingStore store;
    private final VisibleState visibleState;

    public Versions(Recordings recordings, RecordingStore store, VisibleState visibleState) {
        this.recordings = recordings;
        this.store = store;
        this.visibleState = visibleState;
    }

    /** @throws ProblemException not-found if there is no such version, gone if it has been purged, or is as if it were for this caller */
    public AudioVersion get(CallRecording recording, int number, Clearance clearance) {
        var version = store.versions(recording.tenant(), recording.id()).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "The recording has no version " + number + "."));
        if (!recording.shows(version, clearance)) {
            throw new ProblemException(ProblemType.GONE, "Version " + number + " has been purged.");
        }
        return version;
    }

    /** Whether there is such a version that somebody may reach. */
    boolean isShown(CallRecording recording, int number, Clearance clearance) {
        return store.versions(recording.tenant(), recording.id()).stream()
                .anyMatch(version -> version.number() == number && recording.shows(version, clearance));
    }

    /**
     * Makes a version the current one. No bytes are copied: all versions stay as they are.
     *
     * @throws ProblemException not-found if there is no such recording or version; gone if either has been destroyed or
     *     has expired; not-ready while jobs are unfinished
     */
    public CallRecording restore(TenantId tenant, RecordingId id, int number, Actor actor, Clearance clearance) {
        return recordings.change(tenant, id, recording -> {
            requireIdle(recordings.unexpired(recording));
            var version = get(recording, number, clearance);
            return recording
                            .audio()
                            .filter(current -> current.number() == number)
                            .isPresent()
                    ? Decision.leave(recording)
                    : Decision.write(restore(recording, version, actor));
        });
    }

    private Change restore(CallRecording recording, AudioVersion version, Actor actor) {
        var after = recording.withAudio(version, recordings.now());
        var event = recordings.event(after, EventName.UPDATED, actor, visibleState.changed(recording, after));
        return new Change(after, List.of(), List.of(), List.of(event));
    }

    private static void requireIdle(CallRecording recording) {
        if (!recording.jobs().isIdle()) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "The recording has unfinished jobs, which may change the audio; try again when they have finished.");
        }
    }
}
