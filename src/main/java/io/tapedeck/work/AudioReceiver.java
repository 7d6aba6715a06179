package io.tapedeck.work;

import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Intake;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.SourceCredentials;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.SourceFetcher.Fetch;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.UploadTerms;
import java.nio.file.Path;
import java.util.Optional;

/** Gets the bytes of a recording, uploaded or fetched, holds them to what was announced, and puts them where they stay. */
public final class AudioReceiver {
    private final UploadStore uploads;
    private final AudioStore audio;
    private final SourceFetcher fetcher;
    private final SourceCredentials credentials;

    /**
     * @param audio where the bytes stay
     */
    public AudioReceiver(UploadStore uploads, AudioStore audio, SourceFetcher fetcher, SourceCredentials credentials) {
        this.uploads = uploads;
        this.audio = audio;
        this.fetcher = fetcher;
        this.credentials = credentials;
    }

    /**
     * Brings the bytes to a file.
     *
     * @throws TemporaryFailureException if the source cannot be reached this time
     */
    public Received receive(CallRecording recording, Path file) {
        var intake = recording.intake().orElse(Intake.UNANNOUNCED);
        return intake.source().isPresent()
                ? fetch(recording.tenant(), intake.source().get(), file)
                : download(intake.object(recording), intake.upload(), file);
    }

    /**
     * Puts the bytes under their lasting key.
     *
     * @param etag of the upload they came by; absent for fetched ones
     */
    public StoredObject keep(CallRecording recording, AudioVersion version, Path file, Optional<String> etag) {
        var intake = recording.intake().orElse(Intake.UNANNOUNCED);
        var key = intake.encryptionKey();
        var type = version.measures().format().contentType();
        if (etag.isEmpty()) {
            return audio.put(version.file().key(), file, type, key);
        }
        return audio.keep(
                        new Upload(intake.object(recording), etag.get(), file),
                        version.file().key(),
                        type,
                        key)
                .orElseThrow(() -> new IllegalStateException("the upload was replaced while it was read"));
    }

    private Received fetch(TenantId tenant, ImportSource source, Path file) {
        return switch (fetcher.fetch(source.url(), credentials.authorization(tenant, source), file)) {
            case Fetch.Fetched(var size, var sha256) ->
                source.sha256().filter(expected -> !expected.equals(sha256)).isPresent()
                        ? new Received.Refused(OTHER_HASH)
                        : new Received.Complete(size, sha256, Optional.empty());
            case Fetch.Refused(var failure) -> new Received.Refused(failure);
            case Fetch.Unreachable(var failure, var retryAfter) ->
                throw new TemporaryFailureException(failure, retryAfter);
        };
    }

    private Received download(ObjectKey upload, UploadTerms terms, Path file) {
        var fetched = uploads.fetch(upload, file);
        if (fetched.isEmpty()) {
            return new Received.Refused(NOT_THERE);
        }
        var object = fetched.get();
        if (terms.fileSize().filter(size -> size != object.size()).isPresent()) {
            return new Received.Refused(new Failure(
                    "size-mismatch",
                    "The upload has %2$d bytes, but fileSize is %1$d."
                            .formatted(terms.fileSize().get(), object.size())));
        } else if (terms.sha256().filter(hash -> !hash.equals(object.sha256())).isPresent()) {
            return new Received.Refused(OTHER_HASH);
        }
        return new Received.Complete(object.size(), object.sha256(), Optional.of(object.etag()));
    }

    private static final Failure OTHER_HASH =
            new Failure("checksum-mismatch", "The SHA-256 of the audio differs from the sha256 in the request.");

    private static final Failure NOT_THERE = new Failure("upload-missing", "The uploaded audio no longer exists.");

    /** What became of getting the bytes. */
    public sealed interface Received {
        /**
         * They are in the file.
         *
         * @param size bytes
         * @param sha256 lower-case hexadecimal
         * @param etag of the upload; absent for fetched ones
         */
        record Complete(long size, String sha256, Optional<String> etag) implements Received {}

        /** They are not what was announced, or must not be fetched. */
        record Refused(Failure failure) implements Received {}
    }
}
