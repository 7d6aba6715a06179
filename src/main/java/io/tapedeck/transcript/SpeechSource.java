package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.ObjectKey;

/**
 * Audio that is to be transcribed.
 *
 * @param job by which the work is known, wherever it is done
 * @param object where the audio lies
 * @param audio what is known of it, and its bytes
 */
public record SpeechSource(TenantId tenant, RecordingId recording, JobId job, ObjectKey object, AudioInput audio) {
    public SpeechSource {
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(job);
        requireNonNull(object);
        requireNonNull(audio);
    }

    /** The name of what is kept in the store for whoever goes on with the work, before the extension. */
    public String kept() {
        return job.keptName();
    }
}
