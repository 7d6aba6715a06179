package io.tapedeck.sharing;

import io.tapedeck.audio.Clip;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.RecordingObjects;

/**
 * Ends shares, and destroys what was cut out for those that have ended. Links open nothing before anything is destroyed; whoever
 * dies in between leaves it to the sweep.
 */
public final class EndedShares {
    private final ShareStore store;
    private final Recordings recordings;
    private final RecordingStore recordingStore;
    private final RecordingObjects objects;

    public EndedShares(
            ShareStore store, Recordings recordings, RecordingStore recordingStore, RecordingObjects objects) {
        this.store = store;
        this.recordings = recordings;
        this.recordingStore = recordingStore;
        this.objects = objects;
    }

    /**
     * Ends a share.
     *
     * @return whether there was one
     */
    public boolean revoke(Share.Place place) {
        var revoked = store.revoke(place, recordings.now());
        revoked.ifPresent(this::removeRevoked);
        return revoked.isPresent();
    }

    /** Ends a share that may be gone, and destroys what may have been cut out for it in spite of that. */
    public void revokeWithRest(Share.Place place) {
        if (!revoke(place)) {
            destroy(place);
        }
    }

    /** Ends the share whose part a job was to cut out, and could not. */
    public void forsake(Job failed) {
        if (failed.task() instanceof Clip clip) {
            revokeWithRest(new Share.Place(failed.tenant(), failed.recording(), clip.share()));
        }
    }

    /** Destroys what was cut out of a recording's audio before it was redacted last. */
    public void destroyUnredacted(TenantId tenant, RecordingId id) {
        recordingStore
                .find(tenant, id)
                .map(CallRecording::history)
                .ifPresent(history -> store.list(tenant, id).stream()
                        .filter(share -> share.part().since() != history.redaction())
                        .forEach(this::destroyClip));
    }

    /** Destroys what was cut out for a share that has ended, and removes one that was revoked; nothing for any other. */
    public void clear(Share.Place place) {
        store.find(place).ifPresent(share -> {
            if (share.revoked()) {
                removeRevoked(share);
            } else if (share.isExpired(recordings.now())) {
                destroyClip(share);
                store.settle(share);
            }
        });
    }

    private void removeRevoked(Share share) {
        destroyClip(share);
        store.remove(share);
    }

    private void destroyClip(Share share) {
        if (share.part().isClip()) {
            destroy(share.place());
        }
    }

    private void destroy(Share.Place place) {
        objects.deleteClip(place.tenant(), place.recording(), place.share());
    }
}
