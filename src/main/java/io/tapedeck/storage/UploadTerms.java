package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.RawFormat;
import java.util.Optional;

/**
 * What the caller announced of the audio to be uploaded, and how it is sent.
 *
 * @param fileSize bytes
 * @param sha256 lower-case hexadecimal
 * @param multipart absent for a single PUT
 * @param rawFormat of sound without a header
 */
public record UploadTerms(
        Optional<Long> fileSize,
        Optional<String> contentType,
        Optional<String> sha256,
        Optional<Multipart> multipart,
        Optional<RawFormat> rawFormat) {
    public UploadTerms {
        requireNonNull(fileSize);
        requireNonNull(contentType);
        requireNonNull(sha256);
        requireNonNull(multipart);
        requireNonNull(rawFormat);
    }

    /** Of a file that came without being announced. */
    public static final UploadTerms NONE =
            new UploadTerms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a file that says itself what it is. */
    public UploadTerms(
            Optional<Long> fileSize,
            Optional<String> contentType,
            Optional<String> sha256,
            Optional<Multipart> multipart) {
        this(fileSize, contentType, sha256, multipart, Optional.empty());
    }

    /**
     * An upload in parts.
     *
     * @param id the store's name for it
     * @param partSize bytes of every part but the last
     */
    public record Multipart(String id, long partSize) {
        public Multipart {
            requireNonNull(id);
        }
    }
}
