package io.tapedeck.purge;

import io.tapedeck.audio.Export;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.WaveformStore;
import java.util.List;
import java.util.stream.Gatherers;

/**
 * Destroys what a redaction took the place of, and takes out of reach what is kept of it. By then nobody is shown it any more;
 * whoever dies in between leaves it to the sweep.
 */
public final class Purge {
    /** Versions that one transaction marks. */
    private static final int MOST_AT_ONCE = 50;

    private final Recordings recordings;
    private final RecordingStore store;
    private final RecordingObjects objects;
    private final EndedShares shares;
    private final KeptOriginals kept;

    public Purge(
            Recordings recordings,
            RecordingStore store,
            RecordingObjects objects,
            EndedShares shares,
            WaveformStore waveforms) {
        this.recordings = recordings;
        this.store = store;
        this.objects = objects;
        this.shares = shares;
        this.kept = new KeptOriginals(recordings, store, objects, waveforms);
    }

    /**
     * Destroys the versions of a recording that nobody may reach any more, with all that was made of them, and moves those that
     * administrators alone may. What was shared of them in parts goes in either case.
     */
    public void afterRedaction(TenantId tenant, RecordingId id) {
        destroyUnreachable(tenant, id);
        destroyExports(tenant, id);
        shares.destroyUnredacted(tenant, id);
        kept.withdraw(tenant, id);
    }

    /** Destroys what whoever redacted the recording may have left. URLs of what was not moved have ended by themselves soon. */
    public void leftovers(TenantId tenant, RecordingId id) {
        destroyUnreachable(tenant, id);
        destroyExports(tenant, id);
        shares.destroyUnredacted(tenant, id);
        kept.clear(tenant, id);
    }

    private void destroyUnreachable(TenantId tenant, RecordingId id) {
        var versions = unreachable(tenant, id);
        if (!versions.isEmpty()) {
            versions.forEach(this::destroy);
            versions.stream().gather(Gatherers.windowFixed(MOST_AT_ONCE)).forEach(some -> mark(tenant, id, some));
        }
    }

    /** Those from before; one of what is left may be there already. */
    private void destroyExports(TenantId tenant, RecordingId id) {
        store.find(tenant, id).map(recording -> recording.history().redaction()).ifPresent(redaction -> {
            store.jobs(tenant, id).stream()
                    .filter(job -> isBefore(job, redaction))
                    .forEach(this::destroyExport);
            objects.deleteBulkExports(tenant, id, redaction);
        });
    }

    private static boolean isBefore(Job job, int redaction) {
        return job.execution()
                .result()
                .filter(result -> result instanceof Export.Result made && made.since() != redaction)
                .isPresent();
    }

    private void destroyExport(Job made) {
        objects.deleteExport(
                made.tenant(), made.recording(), made.resultName(made.dispatch().holder()));
    }

    private List<AudioVersion> unreachable(TenantId tenant, RecordingId id) {
        return store.find(tenant, id)
                .map(recording -> store.versions(tenant, id).stream()
                        .filter(version -> isUnreachable(recording, version))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isUnreachable(CallRecording recording, AudioVersion version) {
        return !version.purged() && !recording.shows(version, Clearance.ORIGINAL);
    }

    private void destroy(AudioVersion version) {
        objects.deleteAudio(version.file());
        version.documents().forEach(document -> objects.documents().deleteAll(KeyPrefix.of(document)));
    }

    private void mark(TenantId tenant, RecordingId id, List<AudioVersion> destroyed) {
        recordings.changeIfThere(tenant, id, recording -> {
            var marked = destroyed.stream()
                    .filter(version -> isUnreachable(recording, version))
                    .map(AudioVersion::destroyed)
                    .toList();
            return Decision.write(new Change(recording, List.of(), marked, List.of()));
        });
    }
}
