package io.tapedeck.purge;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.WaveformStore;
import java.util.List;
import java.util.Optional;

/**
 * Moves originals that are kept after a redaction away from where they lay: presigned URLs that were handed out before would
 * fetch them there for some minutes more.
 */
final class KeptOriginals {
    private final Recordings recordings;
    private final RecordingStore store;
    private final RecordingObjects objects;
    private final WaveformStore waveforms;

    KeptOriginals(Recordings recordings, RecordingStore store, RecordingObjects objects, WaveformStore waveforms) {
        this.recordings = recordings;
        this.store = store;
        this.objects = objects;
        this.waveforms = waveforms;
    }

    /** Moves those of a recording that nobody but administrators may reach. */
    void withdraw(TenantId tenant, RecordingId id) {
        for (var version : kept(tenant, id)) {
            if (!version.file().key().isKept()) {
                copy(version)
                        .filter(moved -> mark(tenant, id, version, moved))
                        .ifPresent(_ -> objects.deleteAudio(version.file()));
            }
        }
    }

    /** Destroys what is still where those lay that were moved. */
    void clear(TenantId tenant, RecordingId id) {
        kept(tenant, id).stream()
                .map(AudioVersion::file)
                .filter(file -> file.key().isKept())
                .forEach(file -> objects.deleteAudio(file.as(file.key().unkept())));
    }

    private List<AudioVersion> kept(TenantId tenant, RecordingId id) {
        return store.find(tenant, id).stream()
                .flatMap(recording -> store.versions(tenant, id).stream().filter(version -> isKept(recording, version)))
                .toList();
    }

    private static boolean isKept(CallRecording recording, AudioVersion version) {
        return recording.shows(version, Clearance.ORIGINAL) && !recording.shows(version, Clearance.REDACTED);
    }

    private Optional<StoredObject> copy(AudioVersion version) {
        var file = version.file();
        var type = version.measures().format().contentType();
        var to = file.key().kept();
        var copied =
                objects.audio().copy(file.key(), to, type, file.encryption().flatMap(Encryption::key));
        copied.ifPresent(_ -> waveforms.copy(file.key(), to));
        return copied;
    }

    /** Whether the version says where it lies now; not if somebody may reach it again by then. */
    private boolean mark(TenantId tenant, RecordingId id, AudioVersion version, StoredObject moved) {
        return recordings
                .changeIfThere(
                        tenant,
                        id,
                        recording -> isKept(recording, version)
                                ? new Decision.Write<>(
                                        new Change(recording, List.of(), List.of(version.storedAs(moved)), List.of()),
                                        true)
                                : new Decision.Leave<>(false))
                .orElse(false);
    }
}
