package io.tapedeck.amazontranscribe;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.transcript.SpeechSource;
import java.util.Optional;

/**
 * Where Amazon Transcribe finds what it needs, and what things are called there.
 *
 * @param deployment what all names begin with
 * @param bucket of audio and documents, in the region of the client
 * @param encryptionKey the KMS key that results are encrypted with; absent for the bucket's own way
 */
public record AmazonPlaces(String deployment, String bucket, Optional<String> encryptionKey) {
    private static final String RESULT = ".amazon.json";

    public AmazonPlaces {
        requireNonNull(deployment);
        requireNonNull(bucket);
        requireNonNull(encryptionKey);
    }

    OutsideName name(SpeechSource source) {
        return OutsideName.of(deployment, source);
    }

    String audio(SpeechSource source) {
        return "s3://%s/%s".formatted(bucket, source.object().value());
    }

    /** Where the result is written, under the name that goes when the job is over. */
    ObjectKey result(SpeechSource source) {
        return ObjectKey.document(source.tenant(), source.recording(), source.kept() + RESULT);
    }
}
