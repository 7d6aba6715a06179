package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Treatment;
import io.tapedeck.id.StorageName;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.StoredTranscript;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One state of a recording's audio. Its object is written once and never changed.
 *
 * @param number the first is 1
 * @param provenance what made it
 * @param file where its bytes are
 * @param originalSize bytes of version 1, or of what that was made from where it is a changed copy
 * @param measures what was found in the sound
 * @param treatments what was done to the sound since version 1
 * @param transcript what is said in it, once that was written down
 * @param analytics its figures, once they were worked out
 * @param redactions what was taken out of it; absent where nobody has looked for anything
 * @param purged whether the bytes have been destroyed
 */
public record AudioVersion(
        int number,
        Provenance provenance,
        StoredAudio file,
        long originalSize,
        AudioMeasures measures,
        Set<Treatment> treatments,
        Optional<StoredTranscript> transcript,
        Optional<StoredAnalytics> analytics,
        Optional<Redactions> redactions,
        boolean purged) {

    public AudioVersion {
        requireNonNull(provenance);
        requireNonNull(file);
        requireNonNull(measures);
        requireNonNull(transcript);
        requireNonNull(analytics);
        requireNonNull(redactions);
        treatments = Set.copyOf(treatments);
    }

    /** Size of what was there first over size of this one. */
    public double compressionRatio() {
        return (double) originalSize / file.size();
    }

    /** The same as it lies in the store, encrypted as it is there. */
    public AudioVersion storedAs(StoredObject stored) {
        return with(file.as(stored), transcript, analytics, redactions, purged);
    }

    /** The same with a transcript in place of what it had. */
    public AudioVersion with(StoredTranscript other) {
        return with(file, Optional.of(other), analytics, redactions, purged);
    }

    /** The same with analytics in place of what it had. */
    public AudioVersion with(StoredAnalytics other) {
        return with(file, transcript, Optional.of(other), redactions, purged);
    }

    /** The same, redacted. */
    public AudioVersion with(Redactions other) {
        return with(file, transcript, analytics, Optional.of(other), purged);
    }

    /** The same without analytics. */
    public AudioVersion withoutAnalytics() {
        return with(file, transcript, Optional.empty(), redactions, purged);
    }

    /** What stays of it in the chain of versions once all that it holds has been destroyed. */
    public AudioVersion destroyed() {
        return with(file, Optional.empty(), Optional.empty(), redactions, true);
    }

    /** Where its transcript and its analytics lie, as far as it has them. */
    public Stream<ObjectKey> documents() {
        return Stream.concat(
                transcript.map(StoredTranscript::document).stream(), analytics.map(StoredAnalytics::document).stream());
    }

    /** Whether its audio and all documents about it lie in a storage; absent for the deployment's own. */
    public boolean liesIn(Optional<StorageName> storage) {
        return Stream.concat(Stream.of(file.key()), documents())
                .allMatch(key -> key.storage().equals(storage));
    }

    /**
     * The same with all documents about it in a storage.
     *
     * @param there its audio there
     */
    public AudioVersion lyingIn(Optional<StorageName> storage, StoredAudio there) {
        return with(
                there,
                transcript.map(document -> document.in(storage)),
                analytics.map(document -> document.in(storage)),
                redactions,
                purged);
    }

    private AudioVersion with(
            StoredAudio otherFile,
            Optional<StoredTranscript> otherTranscript,
            Optional<StoredAnalytics> otherAnalytics,
            Optional<Redactions> otherRedactions,
            boolean isPurged) {
        return new AudioVersion(
                number,
                provenance,
                otherFile,
                originalSize,
                measures,
                treatments,
                otherTranscript,
                otherAnalytics,
                otherRedactions,
                isPurged);
    }
}
