package io.tapedeck.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where audio and documents lie. Callers send and fetch audio by presigned URLs, never through this program. */
public interface AudioStore {
    /** A URL to send a whole file to. Size, content type and hash are signed where they were announced. */
    PresignedPut presignUpload(ObjectKey key, UploadTerms terms, Duration validity);

    /** Begins an upload in parts and returns the store's name for it. */
    String startMultipart(ObjectKey key, Optional<String> contentType);

    /** A URL to send a part to; the first is 1. */
    String presignPart(ObjectKey key, String multipart, int part, Duration validity);

    /** The parts that have arrived, in order; none if the upload is not under way. */
    List<ArrivedPart> parts(ObjectKey key, String multipart);

    /** Puts the parts together. */
    Assembly completeMultipart(ObjectKey key, String multipart, List<Part> parts);

    /** Forgets an upload in parts and what has arrived of it; one that is not under way is no error. */
    void abortMultipart(ObjectKey key, String multipart);

    Optional<StoredObject> find(ObjectKey key);

    /**
     * Begins to read an object; the reader closes.
     *
     * @return its bytes, or nothing if the object is gone
     */
    Optional<InputStream> open(ObjectKey key);

    /**
     * Copies an object to a file.
     *
     * @return what was copied, or nothing if the object is gone
     */
    Optional<FetchedObject> fetch(ObjectKey key, Path target);

    /**
     * Copies an object to another key.
     *
     * @param etag of the object that is meant; another one is not copied
     * @param encryptionKey a KMS key in place of the deployment's
     * @return the copy, or nothing if the object is gone or another by now
     */
    Optional<StoredObject> copy(
            ObjectKey from, String etag, ObjectKey to, String contentType, Optional<String> encryptionKey);

    /**
     * Writes a file.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     */
    StoredObject put(ObjectKey key, Path file, String contentType, Optional<String> encryptionKey);

    /** Writes a document. */
    void put(ObjectKey key, byte[] document, String contentType);

    /** Reads a document; empty if there is none. */
    Optional<byte[]> read(ObjectKey key);

    /**
     * A URL to fetch an object from.
     *
     * @param disposition value of the answer's Content-Disposition
     */
    String presignDownload(ObjectKey key, String contentType, String disposition, Duration validity);

    void delete(ObjectKey key);

    /**
     * Deletes an object unless it was overwritten.
     *
     * @param etag of the object that is meant; another one stays
     */
    void delete(ObjectKey key, String etag);

    /**
     * Deletes all objects whose keys begin so, unfinished uploads in parts as well.
     *
     * @return how many objects there were
     */
    int deleteAll(String prefix);

    /** A place of objects. */
    record Location(Storage storage, String bucket, String region) {}

    /**
     * A PUT that may be made until it expires.
     *
     * @param headers to be sent with it
     */
    record PresignedPut(String url, Map<String, String> headers) {
        public PresignedPut {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A part as the caller names it.
     *
     * @param number the first is 1
     */
    record Part(int number, String etag) {}

    /**
     * A part that has arrived.
     *
     * @param number the first is 1
     * @param size bytes
     */
    record ArrivedPart(int number, String etag, long size) {}

    /**
     * An object in the store.
     *
     * @param size bytes
     */
    record StoredObject(ObjectKey key, long size, String etag, Optional<Encryption> encryption) {}

    /**
     * What was copied to a file.
     *
     * @param size bytes
     * @param sha256 lower-case hexadecimal
     */
    record FetchedObject(String etag, long size, String sha256) {}

    /** What became of putting parts together. */
    sealed interface Assembly {
        record Assembled() implements Assembly {}

        /** The parts are not what has arrived, or one is too small. */
        record Refused(String reason) implements Assembly {}

        /** No such upload is under way: it was put together before, or given up. */
        record NotUnderWay() implements Assembly {}
    }
}
