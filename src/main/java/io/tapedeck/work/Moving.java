package io.tapedeck.work;

import io.tapedeck.audio.Move;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.StorageName;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.SharedAudio;
import io.tapedeck.storage.Gzip;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.WaveformStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Moves a recording to another storage, a version at a time: copies it, reads the copy, and notes where it lies once that has the
 * same SHA-256. Who goes on after a worker was lost moves what does not lie there yet. What lay elsewhere is destroyed once all of it
 * has been moved.
 */
public final class Moving implements Work<Move> {
    private static final Failure OTHER_BYTES = new Failure(
            "checksum-mismatch",
            "What arrived in the storage has another SHA-256 than the audio; the recording stays where it is.");

    private final Recordings recordings;
    private final RecordingStore store;
    private final RecordingObjects objects;
    private final WaveformStore waveforms;
    private final ShareStore shares;
    private final Places places;

    public Moving(
            Recordings recordings,
            RecordingStore store,
            RecordingObjects objects,
            WaveformStore waveforms,
            ShareStore shares,
            Places places) {
        this.recordings = recordings;
        this.store = store;
        this.objects = objects;
        this.waveforms = waveforms;
        this.shares = shares;
        this.places = places;
    }

    @Override
    public Outcome perform(Move task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var target = task.storage().flatMap(storage -> places.find(job.tenant(), storage));
        if (target.isEmpty() && task.storage().isPresent()) {
            return new Outcome.Impossible(new Failure(
                    "unknown-storage",
                    "There is no storage any more that is called "
                            + task.storage().get() + "."));
        }
        return move(task, reach(recording, target), progress);
    }

    /** From now on whoever destroys the recording looks there as well. */
    private CallRecording reach(CallRecording recording, Optional<Place> target) {
        return recordings.change(recording.tenant(), recording.id(), current -> {
            var there = current.withPlacement(current.placement().reaching(target), recordings.now());
            return new Decision.Write<>(new Change(there, List.of(), List.of(), List.of()), there);
        });
    }

    private Outcome move(Move task, CallRecording recording, DoubleConsumer progress) throws IOException {
        var versions = store.versions(recording.tenant(), recording.id());
        for (int i = 0; i < versions.size(); i++) {
            var failure = move(recording, versions.get(i).number(), task.storage());
            if (failure.isPresent()) {
                return new Outcome.Impossible(failure.get());
            }
            progress.accept((i + 1.0) / versions.size());
        }
        for (var share : shares.list(recording.tenant(), recording.id())) {
            moveClip(share, task.storage());
        }
        destroyElsewhere(recording, task.storage());
        return new Outcome.Moved(task.storage());
    }

    /** Moves a version until it stays as it was while it was moved, but for one that is destroyed, or lies there already. */
    private Optional<Failure> move(CallRecording recording, int number, Optional<StorageName> target)
            throws IOException {
        while (true) {
            var version = version(recording, number);
            if (version.isEmpty() || version.get().liesIn(target)) {
                return Optional.empty();
            }
            var moved = copied(version.get(), target);
            if (moved.isEmpty()) {
                return version(recording, number).equals(version) ? Optional.of(OTHER_BYTES) : Optional.empty();
            } else if (note(recording, version.get(), moved.get())) {
                return Optional.empty();
            }
        }
    }

    private Optional<AudioVersion> version(CallRecording recording, int number) {
        return store.versions(recording.tenant(), recording.id()).stream()
                .filter(version -> version.number() == number && !version.purged())
                .findFirst();
    }

    /** The version as it lies there with all that belongs to it; empty if its audio did not get there as it is. */
    private Optional<AudioVersion> copied(AudioVersion version, Optional<StorageName> target) throws IOException {
        var file = copied(version.file(), version.measures().format().contentType(), target);
        for (var document : version.documents().toList()) {
            copy(document, document.in(target));
        }
        return file.map(there -> version.lyingIn(target, there));
    }

    private Optional<StoredAudio> copied(StoredAudio file, String contentType, Optional<StorageName> target)
            throws IOException {
        var to = file.key().in(target);
        if (to.equals(file.key())) {
            return Optional.of(file);
        }
        var stored = objects.audio().copy(file.key(), to, contentType, Optional.empty());
        if (stored.isEmpty() || !sha256(to).equals(Optional.of(file.sha256()))) {
            return Optional.empty();
        }
        waveforms.copy(file.key(), to);
        return stored.map(file::as);
    }

    private void copy(ObjectKey document, ObjectKey to) {
        if (!to.equals(document)) {
            objects.documents()
                    .read(document)
                    .ifPresent(bytes -> objects.documents().put(to, bytes, Gzip.MEDIA_TYPE));
        }
    }

    private Optional<String> sha256(ObjectKey key) throws IOException {
        var opened = objects.audio().open(key);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var content = opened.get();
                var hash = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest())) {
            content.transferTo(hash);
            return Optional.of(Sha256.hex(hash.getMessageDigest()));
        }
    }

    /** Whether the version says where it lies now; not if it is another by now. */
    private boolean note(CallRecording recording, AudioVersion before, AudioVersion moved) {
        return recordings
                .changeIfThere(
                        recording.tenant(),
                        recording.id(),
                        current -> version(current, before.number()).equals(Optional.of(before))
                                ? new Decision.Write<>(change(current, moved), true)
                                : new Decision.Leave<>(false))
                .orElse(false);
    }

    private Change change(CallRecording current, AudioVersion moved) {
        var isCurrent = current.audio().map(AudioVersion::number).equals(Optional.of(moved.number()));
        var after = isCurrent ? current.withAudio(moved, recordings.now()) : current;
        return new Change(after, List.of(), List.of(moved), List.of());
    }

    /** One that is over by now is destroyed with its clip, wherever that lies. */
    private void moveClip(Share share, Optional<StorageName> target) throws IOException {
        var clip = share.clip();
        if (clip.isPresent() && !clip.get().file().key().storage().equals(target)) {
            var audio = clip.get();
            copied(audio.file(), audio.format().contentType(), target)
                    .map(file -> new SharedAudio(file, audio.format(), audio.duration()))
                    .filter(moved -> !shares.clipped(share.place(), moved, recordings.now()))
                    .ifPresent(late -> objects.deleteAudio(late.file()));
        }
    }

    /** What a worker writes there that has lost the job goes with what else it leaves. */
    private void destroyElsewhere(CallRecording recording, Optional<StorageName> target) {
        recording
                .placement()
                .storages()
                .filter(storage -> !storage.equals(target))
                .forEach(storage -> objects.deleteAll(recording.tenant(), recording.id(), storage));
    }
}
