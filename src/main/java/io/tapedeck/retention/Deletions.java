package io.tapedeck.retention;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Deletion.DestroyedVersion;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Deletion.Stage;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Destroys recordings. First the tombstone takes the recording's place, so that nobody sees it any more; then the objects
 * go; then the certificate is completed. Whoever dies in between leaves a tombstone that the sweep finds.
 */
public final class Deletions {
    private final Recordings recordings;
    private final RecordingStore store;
    private final RecordingObjects objects;

    public Deletions(Recordings recordings, RecordingStore store, RecordingObjects objects) {
        this.recordings = recordings;
        this.store = store;
        this.objects = objects;
    }

    /**
     * Deletes a recording as somebody asked for; one that is deleted already stays as it is. Only whoever put the tombstone there destroys the
     * objects, so that they are counted once.
     *
     * @param check refuses, by an exception, what must not be deleted
     * @return the tombstone
     * @throws ProblemException not-found, legal-hold
     */
    public CallRecording delete(TenantId tenant, RecordingId id, Actor actor, Consumer<CallRecording> check) {
        var grave = recordings.change(tenant, id, recording -> {
            if (recording.lifecycle().isDeleted()) {
                return new Decision.Leave<>(new Grave(recording, false));
            }
            check.accept(recording);
            if (recording.retention().legalHold()) {
                throw new ProblemException(
                        ProblemType.LEGAL_HOLD, "Release the legal hold before deleting the recording.");
            }
            return writeTombstone(recording, actor, Reason.REQUEST);
        });
        return grave.isNew() ? tryToDestroy(grave.tombstone()) : grave.tombstone();
    }

    /**
     * Deletes a recording whose time is over.
     *
     * @param read it as it was read
     * @return whether it was, and nobody else has deleted it
     */
    boolean deleteExpired(CallRecording read, Instant now) {
        var grave = recordings
                .changeIfThere(
                        read,
                        recording -> isOver(recording, now)
                                ? writeTombstone(recording, Actor.SWEEP, Reason.RETENTION)
                                : new Decision.Leave<>(new Grave(recording, false)))
                .filter(Grave::isNew);
        grave.map(Grave::tombstone).ifPresent(this::tryToDestroy);
        return grave.isPresent();
    }

    private static boolean isOver(CallRecording recording, Instant now) {
        return !recording.lifecycle().isDeleted() && recording.retention().isOver(now);
    }

    /** What lies in a storage that does not answer is left to the sweep. */
    private CallRecording tryToDestroy(CallRecording tombstone) {
        try {
            return destroy(tombstone);
        } catch (StorageException down) {
            return tombstone;
        }
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
        var destroyed = objects.deleteAll(tombstone.tenant(), tombstone.id());
        store.erase(tombstone.tenant(), tombstone.id());
        return recordings.change(
                tombstone.tenant(),
                tombstone.id(),
                current -> current.lifecycle()
                        .deletion()
                        .filter(certificate -> certificate.stage() == from)
                        .map(certificate -> Decision.write(change(current, certificate.at(to, destroyed))))
                        .orElseGet(() -> Decision.leave(current)));
    }

    private Change change(CallRecording tombstone, Deletion certificate) {
        return new Change(
                tombstone.tombstone(certificate, tombstone.history().updated()), List.of(), List.of(), List.of());
    }

    private Decision<Grave> writeTombstone(CallRecording recording, Actor actor, Reason reason) {
        var now = recordings.now();
        var versions = store.versions(recording.tenant(), recording.id()).stream()
                .filter(version -> !version.purged())
                .map(version ->
                        new DestroyedVersion(version.number(), version.file().sha256()))
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
        var change = new Change(tombstone, List.of(), List.of(), events.events());
        return new Decision.Write<>(change, new Grave(change.written(), true));
    }

    /**
     * A tombstone.
     *
     * @param isNew whether it has just been put there
     */
    private record Grave(CallRecording tombstone, boolean isNew) {}
}
