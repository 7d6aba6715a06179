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

    /** How the sound is coded, if it comes without a header. */
    public Optional<RawFormat> rawFormat() {
        return source.flatMap(Source::rawFormat).or(upload::rawFormat);
    }
}
