package io.tapedeck.retention;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import java.time.Instant;
import java.util.List;

/** Does what is due for recordings: announces their expiry, deletes them, and ends deletions that were left undone. */
final class DueRecordings {
    private final Recordings recordings;
    private final RecordingStore store;
    private final Deletions deletions;

    DueRecordings(Recordings recordings, RecordingStore store, Deletions deletions) {
        this.recordings = recordings;
        this.store = store;
        this.deletions = deletions;
    }

    /** Does what is due for a recording; nothing for one that is gone or not due any more. */
    SweepOutcome handle(TenantId tenant, RecordingId id, Instant now) {
        return store.find(tenant, id).map(found -> handle(found, now)).orElse(SweepOutcome.SETTLED);
    }

    private SweepOutcome handle(CallRecording recording, Instant now) {
        if (recording.lifecycle().deletion().isPresent()) {
            return recording
                    .due()
                    .filter(due -> !due.isAfter(now))
                    .map(_ -> continueDeletion(
                            recording, recording.lifecycle().deletion().get().stage()))
                    .orElse(SweepOutcome.SETTLED);
        }
        if (recording.retention().isOver(now)) {
            return deletions.deleteExpired(recording, now) ? SweepOutcome.DELETED : SweepOutcome.SETTLED;
        }
        return recording.retention().isToBeAnnounced(now) ? announceExpiry(recording, now) : SweepOutcome.SETTLED;
    }

    private SweepOutcome continueDeletion(CallRecording tombstone, Stage stage) {
        switch (stage) {
            case DESTROYING -> deletions.destroy(tombstone);
            case DESTROYED -> deletions.close(tombstone);
            case CLOSED -> {
                return SweepOutcome.SETTLED;
            }
        }
        return SweepOutcome.DESTROYED;
    }

    private SweepOutcome announceExpiry(CallRecording recording, Instant now) {
        return recordings
                .changeIfThere(recording, current -> expire(current, now))
                .orElse(SweepOutcome.SETTLED);
    }

    private Decision<SweepOutcome> expire(CallRecording current, Instant now) {
        if (current.lifecycle().deletion().isPresent() || !current.retention().isToBeAnnounced(now)) {
            return new Decision.Leave<>(SweepOutcome.SETTLED);
        }
        var event = recordings.event(current, EventName.EXPIRED, Actor.SWEEP);
        var change = new Change(current.expired(now), List.of(), List.of(), List.of(event));
        return new Decision.Write<>(change, SweepOutcome.EXPIRED);
    }
}
