package io.tapedeck.function;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;

/** Counts downloads. */
public final class Downloads {
    private final RecordingStore store;
    private final Recordings recordings;

    Downloads(RecordingStore store, Recordings recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /** @throws ProblemException gone if the recording has been deleted since it was read */
    void count(CallRecording recording, Actor actor) {
        var event = recordings.event(recording, EventName.DOWNLOADED, actor);
        switch (store.countDownload(recording, event, recordings.now())) {
            case COMMITTED -> {}
            case STALE -> throw new ProblemException(ProblemType.GONE, "This recording has been deleted.");
        }
    }
}
