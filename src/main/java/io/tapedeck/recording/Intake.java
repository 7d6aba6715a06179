package io.tapedeck.recording;

import java.util.Optional;

/**
 * How the audio of a recording comes in; kept until it is there.
 *
 * @param upload what was agreed on an upload
 * @param source instead of an upload
 * @param encryptionKey the KMS key to encrypt the audio with, in place of the deployment's
 */
public record Intake(UploadTerms upload, Optional<Source> source, Optional<String> encryptionKey) {
    /** Of a file that came without being announced. */
    public static final Intake UNANNOUNCED = new Intake(UploadTerms.NONE, Optional.empty(), Optional.empty());
}
