package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Storage;
import java.util.Optional;

/**
 * Audio that is to be transcribed.
 *
 * @param job by which the work is known, wherever it is done
 * @param storage that holds the audio; absent for the deployment's own
 * @param object where the audio lies
 * @param audio what is known of it, and its bytes
 */
public record SpeechSource(
        TenantId tenant,
        RecordingId recording,
        JobId job,
        Optional<Storage> storage,
        ObjectKey object,
        AudioInput audio) {
    public SpeechSource {
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(job);
        requireNonNull(storage);
        requireNonNull(object);
        requireNonNull(audio);
    }

    /** Audio in the deployment's own store. */
    public SpeechSource(TenantId tenant, RecordingId recording, JobId job, ObjectKey object, AudioInput audio) {
        this(tenant, recording, job, Optional.empty(), object, audio);
    }

    /** The name of what is kept in the store for whoever goes on with the work, before the extension. */
    public String kept() {
        return job.keptName();
    }
}
