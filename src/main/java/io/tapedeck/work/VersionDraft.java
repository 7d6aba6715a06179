package io.tapedeck.work;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.Treatment;
import io.tapedeck.id.Sha256;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Provenance;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAudio;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A version that a job is about to make.
 *
 * @param request the JSON text of what was asked
 * @param sources what it is made from
 */
record VersionDraft(
        CallRecording recording, Job job, int number, String request, List<AudioVersion> sources, Instant now) {

    boolean isFirst() {
        return recording.audio().isEmpty();
    }

    /** The KMS key that its sources are encrypted with. */
    Optional<String> encryptionKey() {
        return sources.getFirst().file().encryption().flatMap(Encryption::key);
    }

    /** The version that the file is. */
    AudioVersion of(Produced produced) throws IOException {
        var size = Files.size(produced.file());
        return of(produced.measures(), size, sha256(produced.file()), produced.treatments());
    }

    /** The version that is the same as its source. */
    AudioVersion of(AudioVersion source) {
        var file = source.file();
        return of(source.measures(), file.size(), file.sha256(), Set.of());
    }

    private AudioVersion of(AudioMeasures measures, long size, String sha256, Set<Treatment> treatments) {
        var parent = sources.size() == 1 ? Optional.of(sources.getFirst().file().sha256()) : Optional.<String>empty();
        return new AudioVersion(
                number,
                new Provenance(job.action(), Optional.of(request), parent, now, job.actor()),
                StoredAudio.planned(key(measures), size, sha256),
                recording.audio().map(AudioVersion::originalSize).orElse(sizeBefore(size)),
                measures,
                with(treatments),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private ObjectKey key(AudioMeasures measures) {
        return job.result(job.dispatch().holder(), measures.format())
                .in(recording.placement().storage());
    }

    /** What the first version of a copy is compared with is what it was made from; what is made of several, with itself. */
    private long sizeBefore(long size) {
        return sources.size() == 1 ? sources.getFirst().file().size() : size;
    }

    /** What was done to all sources, and what is done now. */
    private Set<Treatment> with(Set<Treatment> treatments) {
        var all = new HashSet<>(sources.getFirst().treatments());
        sources.forEach(source -> all.retainAll(source.treatments()));
        all.addAll(treatments);
        return all;
    }

    /** Lower-case hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (var hash = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest())) {
            Files.copy(file, hash);
            return Sha256.hex(hash.getMessageDigest());
        }
    }
}
