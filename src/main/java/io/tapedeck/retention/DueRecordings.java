package io.tapedeck.retention;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

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

    /**
     * Does what is due for a recording; nothing for one that is gone or not due any more.
     *
     * @param now seconds since 1970
     */
    SweepOutcome handle(TenantId tenant, RecordingId id, long now) {
        return store.find(tenant, id).map(found -> handle(found, now)).orElse(SweepOutcome.SETTLED);
    }

    private SweepOutcome handle(CallRecording recording, long now) {
        if (recording.deletion().isPresent()) {
            return recording
                    .due()
                    .filter(due -> due <= now)
                    .map(_ -> continueDeletion(
                            recording, recording.deletion().get().stage()))
                    .orElse(SweepOutcome.SETTLED);
        }
        if (recording.retention().isOver(now)) {
            return deleteExpired(recording, now);
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

    private SweepOutcome deleteExpired(CallRecording recording, long now) {
        try {
            deletions.delete(recording.tenant(), recording.id(), Actor.SWEEP, Reason.RETENTION, current -> {
                if (!current.retention().isOver(now)) {
                    throw new NoLongerDue();
                }
            });
            return SweepOutcome.DELETED;
        } catch (NoLongerDue e) {
            return SweepOutcome.SETTLED;
        } catch (ProblemException e) {
            return switch (e.type()) {
                case NOT_FOUND, GONE, LEGAL_HOLD -> SweepOutcome.SETTLED;
                default -> throw e;
            };
        }
    }

    private SweepOutcome announceExpiry(CallRecording recording, long now) {
        var outcome = new AtomicReference<SweepOutcome>();
        recordings.change(recording.tenant(), recording.id(), current -> {
            if (current.deletion().isPresent() || !current.retention().isToBeAnnounced(now)) {
                outcome.set(SweepOutcome.SETTLED);
                return Optional.empty();
            }
            outcome.set(SweepOutcome.EXPIRED);
            var expired = current.expired(now);
            var event = recordings.event(current, EventName.EXPIRED, Actor.SWEEP);
            return Optional.of(new Change(expired, List.of(), List.of(), List.of(event)));
        });
        return outcome.get();
    }

    private static final class NoLongerDue extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
