package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Treatment;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.StoredTranscript;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One state of a recording's audio. Its object is written once and never changed.
 *
 * @param number the first is 1
 * @param action what made it
 * @param request what the action was asked, a JSON object as text
 * @param storage the provider that holds the bytes; absent for the deployment's own bucket
 * @param object where the bytes are there
 * @param fileSize bytes
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param parentSha256 of the version that it was made from
 * @param encryption absent where the store does not encrypt
 * @param originalSize bytes of version 1, or of what that was made from where it is a changed copy
 * @param treatments what was done to the sound since version 1
 * @param transcript what is said in it, once that was written down
 * @param purged whether the bytes have been destroyed
 */
public record AudioVersion(
        int number,
        Action action,
        Optional<String> request,
        Optional<Storage> storage,
        ObjectKey object,
        long fileSize,
        String sha256,
        Optional<String> parentSha256,
        Optional<Encryption> encryption,
        long originalSize,
        AudioMeasures measures,
        Set<Treatment> treatments,
        Instant created,
        Actor actor,
        Optional<StoredTranscript> transcript,
        boolean purged) {

    public AudioVersion {
        requireNonNull(action);
        requireNonNull(request);
        requireNonNull(storage);
        requireNonNull(object);
        requireNonNull(sha256);
        requireNonNull(parentSha256);
        requireNonNull(encryption);
        requireNonNull(measures);
        requireNonNull(created);
        requireNonNull(actor);
        requireNonNull(transcript);
        treatments = Set.copyOf(treatments);
    }

    /** Size of what was there first over size of this one. */
    public double compressionRatio() {
        return (double) originalSize / fileSize;
    }

    /** The same as it lies in the store, encrypted as it is there. */
    public AudioVersion storedAs(StoredObject stored) {
        if (stored.size() != fileSize) {
            throw new IllegalStateException("the stored copy has another size");
        }
        return new AudioVersion(
                number,
                action,
                request,
                storage,
                stored.key(),
                fileSize,
                sha256,
                parentSha256,
                stored.encryption(),
                originalSize,
                measures,
                treatments,
                created,
                actor,
                transcript,
                purged);
    }

    /** The same with a transcript in place of what it had. */
    public AudioVersion with(StoredTranscript other) {
        return new AudioVersion(
                number,
                action,
                request,
                storage,
                object,
                fileSize,
                sha256,
                parentSha256,
                encryption,
                originalSize,
                measures,
                treatments,
                created,
                actor,
                Optional.of(other),
                purged);
    }
}
