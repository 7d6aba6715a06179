package io.tapedeck.function.shares;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareUseStore;
import io.tapedeck.sharing.SharedRecording;
import io.tapedeck.sharing.SharedRecordings;

/** Counts how often shares are opened, once for each time. */
public final class Views {
    private final ShareUseStore store;
    private final Recordings recordings;

    public Views(ShareUseStore store, Recordings recordings) {
        this.store = store;
        this.recordings = recordings;
    }

    /**
     * Counts an opening unless it has been counted before.
     *
     * @return whether the share is still open
     * @throws ProblemException not-found if all views are used up
     */
    boolean count(SharedRecording shared, String opening) {
        var share = shared.share();
        if (store.isCounted(share, opening)) {
            return true;
        }
        var event = recordings.event(shared.recording(), EventName.DOWNLOADED, Actor.of(share.id()));
        return switch (store.count(shared.recording(), share, opening, event, recordings.now())) {
            case COUNTED -> true;
            case USED_UP -> throw SharedRecordings.unknown();
            case GONE -> false;
        };
    }

    /** @throws ProblemException not-found if all views are used up, and this opening is none of them */
    void requireLeft(Share share, String opening) {
        if (share.isUsedUp() && !store.isCounted(share, opening)) {
            throw SharedRecordings.unknown();
        }
    }
}
