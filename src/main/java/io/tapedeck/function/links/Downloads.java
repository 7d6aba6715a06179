package io.tapedeck.function.links;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.recording.UsageStore.Opening;

/** Counts downloads, and leaves an event for each time that audio is handed out. */
public final class Downloads {
    private final UsageStore store;
    private final Recordings recordings;

    public Downloads(UsageStore store, Recordings recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /** @throws ProblemException gone if the recording has been deleted since it was read */
    void count(CallRecording recording, Actor actor) {
        requireThere(store.countDownload(recording, event(recording, actor), recordings.now()));
    }

    /** @throws ProblemException gone if the recording has been deleted since it was read */
    void countOpening(LinkedFile file, Opening opening) {
        requireThere(store.countOpening(file.recording(), opening, event(file), recordings.now()));
    }

    private Event event(LinkedFile file) {
        return file.job()
                .map(job -> recordings
                        .changeEvents(file.recording())
                        .add(EventName.DOWNLOADED, file.opener(), job)
                        .events()
                        .getFirst())
                .orElseGet(() -> event(file.recording(), file.opener()));
    }

    private Event event(CallRecording recording, Actor actor) {
        return recordings.event(recording, EventName.DOWNLOADED, actor);
    }

    private static void requireThere(Commit outcome) {
        switch (outcome) {
            case COMMITTED -> {}
            case STALE -> throw new ProblemException(ProblemType.GONE, "This recording has been deleted.");
        }
    }
}
