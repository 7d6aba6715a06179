package io.tapedeck.retention;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Deletion.DestroyedVersion;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Status;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Destroys recordings. First the tombstone takes the recording's place, so that nobody sees it any more; then the objects
 * go; then the certificate is completed. Whoever dies in between leaves a tombstone that the sweep finds.
 */
public final class Deletions {
    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStore audio;

    public Deletions(Recordings recordings, RecordingStore store, AudioStore audio) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
    }

    /**
     * Deletes a recording; one that is deleted already stays as it is. Only whoever put the tombstone there destroys the
     * objects, so that they are counted once.
     *
     * @param check refuses, by an exception, what must not be deleted
     * @return the tombstone
     * @throws ProblemException not-found, legal-hold
     */
    public CallRecording delete(
            TenantId tenant, RecordingId id, Actor actor, Reason reason, Consumer<CallRecording> check) {
        var isMine = new AtomicBoolean();
        var tombstone = recordings.change(tenant, id, recording -> {
            isMine.set(recording.status() != Status.DELETED);
            if (!isMine.get()) {
                return Optional.empty();
            }
            check.accept(recording);
            if (recording.retention().legalHold()) {
                throw new ProblemException(
                        ProblemType.LEGAL_HOLD, "Release the legal hold before deleting the recording.");
            }
            return Optional.of(writeTombstone(recording, actor, reason));
        });
        return isMine.get() ? destroy(tombstone) : tombstone;
    }

    /** Destroys what lies behind a tombstone. */
    public CallRecording destroy(CallRecording tombstone) {
        return finish(tombstone, Stage.DESTROYING, Stage.DESTROYED);
    }

    /** Destroys what came after the deletion, through a URL given out before it. */
    public CallRecording close(CallRecording tombstone) {
        return finish(tombstone, Stage.DESTROYED, Stage.CLOSED);
    }

    private CallRecording finish(CallRecording tombstone, Stage from, Stage to) {
        var destroyed = ObjectKey.prefixes(tombstone.tenant(), tombstone.id()).stream()
                .mapToInt(audio::deleteAll)
                .sum();
        store.erase(tombstone.tenant(), tombstone.id());
        return recordings.change(
                tombstone.tenant(),
                tombstone.id(),
                current -> current.deletion()
                        .filter(certificate -> certificate.stage() == from)
                        .map(certificate -> change(current, certificate.at(to, destroyed))));
    }

    private Change change(CallRecording tombstone, Deletion certificate) {
        return new Change(tombstone.tombstone(certificate, tombstone.updated()), List.of(), List.of(), List.of());
    }

    private Change writeTombstone(CallRecording recording, Actor actor, Reason reason) {
        var now = recordings.now();
        var versions = store.versions(recording.tenant(), recording.id()).stream()
                .filter(version -> !version.purged())
                .map(version -> new DestroyedVersion(version.number(), version.sha256()))
                .toList();
        var certificate = new Deletion(now, actor, reason, 0, versions, Stage.DESTROYING);
        var tombstone = recording.tombstone(certificate, now);
        var events = recordings.changeEvents(recording);
        // the sweep may not have come to it, or finds both due at once
        if (recording.retention().isToBeAnnounced(now)) {
            events.add(EventName.EXPIRED, Actor.SWEEP);
        }
        events.add(EventName.DELETED, actor);
        if (reason == Reason.RETENTION) {
            events.add(EventName.AUTO_DELETED, actor);
        }
        return new Change(tombstone, List.of(), List.of(), events.events());
    }
}
