package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.RawFormat;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.storage.UploadTerms;
import java.util.Optional;

/**
 * How the audio of a recording comes in; kept until it is there.
 *
 * @param upload what was agreed on an upload
 * @param source instead of an upload
 * @param encryptionKey the KMS key to encrypt the audio with, in place of the deployment's
 * @param adopted whether it came as a file without a recording, and was moved out of the way of others
 * @param transcript that came before the audio, which it is to belong to
 */
public record Intake(
        UploadTerms upload,
        Optional<ImportSource> source,
        Optional<String> encryptionKey,
        boolean adopted,
        Optional<StoredTranscript> transcript) {
    public Intake {
        requireNonNull(upload);
        requireNonNull(source);
        requireNonNull(encryptionKey);
        requireNonNull(transcript);
    }

    /** Of an upload of which nothing was announced. */
    public static final Intake UNANNOUNCED = new Intake(UploadTerms.NONE, Optional.empty(), Optional.empty());

    /** Of a file that came without a recording. */
    public static final Intake ADOPTED =
            new Intake(UploadTerms.NONE, Optional.empty(), Optional.empty(), true, Optional.empty());

    /** Of audio that is sent to the recording, or fetched for it. */
    public Intake(UploadTerms upload, Optional<ImportSource> source, Optional<String> encryptionKey) {
        this(upload, source, encryptionKey, false, Optional.empty());
    }

    /** Of audio that is fetched for the recording, and what is known to be said in it. */
    public static Intake of(ImportSource source, Optional<StoredTranscript> transcript) {
        return new Intake(UploadTerms.NONE, Optional.of(source), Optional.empty(), false, transcript);
    }

    /** The same with what is known to be said in the audio. */
    public Intake with(StoredTranscript said) {
        return new Intake(upload, source, encryptionKey, adopted, Optional.of(said));
    }

    /** Where the recording's upload lies. */
    public ObjectKey object(CallRecording recording) {
        return adopted
                ? ObjectKey.adopted(recording.tenant(), recording.id())
                : ObjectKey.upload(recording.tenant(), recording.id());
    }

    /** How the sound is coded, if it comes without a header. */
    public Optional<RawFormat> rawFormat() {
        return source.flatMap(ImportSource::rawFormat).or(upload::rawFormat);
    }
}
