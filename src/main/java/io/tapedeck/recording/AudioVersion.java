package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Treatment;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.StoredTranscript;
import java.util.Optional;
import java.util.Set;

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
        boolean purged) {

    public AudioVersion {
        requireNonNull(provenance);
        requireNonNull(file);
        requireNonNull(measures);
        requireNonNull(transcript);
        requireNonNull(analytics);
        treatments = Set.copyOf(treatments);
    }

    /** Size of what was there first over size of this one. */
    public double compressionRatio() {
        return (double) originalSize / file.size();
    }

    /** The same as it lies in the store, encrypted as it is there. */
    public AudioVersion storedAs(StoredObject stored) {
        return new AudioVersion(
                number, provenance, file.as(stored), originalSize, measures, treatments, transcript, analytics, purged);
    }

    /** The same with a transcript in place of what it had. */
    public AudioVersion with(StoredTranscript other) {
        return new AudioVersion(
                number, provenance, file, originalSize, measures, treatments, Optional.of(other), analytics, purged);
    }

    /** The same with analytics in place of what it had. */
    public AudioVersion with(StoredAnalytics other) {
        return new AudioVersion(
                number, provenance, file, originalSize, measures, treatments, transcript, Optional.of(other), purged);
    }
}
