package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes objects in parts, from callers or from this program, which become one when they are put together. */
public interface MultipartStore {
    /** Begins an upload in parts and returns the store's name for it. */
    String start(ObjectKey key, Optional<String> contentType);

    /**
     * Begins an object that this program writes in parts, and returns the store's name for it.
     *
     * @param encryptionKey a KMS key in place of the deployment's
     * @throws UnusableKeyException if the store cannot or may not encrypt with the key given
     */
    String begin(ObjectKey key, String contentType, Optional<String> encryptionKey);

    /**
     * Writes a part.
     *
     * @param number the first is 1
     * @param bytes what it has, up to the length
     */
    Part put(ObjectKey key, String multipart, int number, byte[] bytes, int length);

    /** A URL to send a part to; the first is 1. */
    String presignPart(ObjectKey key, String multipart, int part, Duration validity);

    /** The parts that have arrived, in order; none if the upload is not under way. */
    List<ArrivedPart> parts(ObjectKey key, String multipart);

    /** Puts the parts together. */
    Assembly complete(ObjectKey key, String multipart, List<Part> parts);

    /** Forgets an upload in parts and what has arrived of it; one that is not under way is no error. */
    void abort(ObjectKey key, String multipart);

    /**
     * A part as the caller names it.
     *
     * @param number the first is 1
     */
    record Part(int number, String etag) {
        public Part {
            requireNonNull(etag);
        }
    }

    /**
     * A part that has arrived.
     *
     * @param number the first is 1
     * @param size bytes
     */
    record ArrivedPart(int number, String etag, long size) {
        public ArrivedPart {
            requireNonNull(etag);
        }
    }

    /** What became of putting parts together. */
    sealed interface Assembly {
        record Assembled() implements Assembly {}

        /** The parts are not what has arrived, or one is too small. */
        record Refused(String reason) implements Assembly {
            public Refused {
                requireNonNull(reason);
            }
        }

        /** No such upload is under way: it was put together before, or given up. */
        record NotUnderWay() implements Assembly {}
    }
}
