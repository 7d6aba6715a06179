package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Google Cloud Storage says of an object.
 *
 * @param size bytes
 * @param generation differs for any other object that has its name at another time
 * @param md5 in Base64; absent for one that was put together from others
 * @param crc32c in Base64, the most significant byte first
 * @param encryptionKey of its key service; absent for one of Google's own
 * @param write tells one write of it from all others; absent where something else wrote it
 */
record ObjectResource(
        long size,
        String generation,
        String etag,
        Optional<String> md5,
        String crc32c,
        Optional<String> encryptionKey,
        Optional<String> write) {
    /** The name of what tells writes from each other, among what Google keeps for us with an object. */
    static final String WRITE = "tapedeck-write";

    private static final Pattern VERSION = Pattern.compile("/cryptoKeyVersions/[0-9]+$");

    ObjectResource {
        requireNonNull(generation);
        requireNonNull(etag);
        requireNonNull(md5);
        requireNonNull(crc32c);
        requireNonNull(encryptionKey);
        requireNonNull(write);
    }

    /** @throws StorageException.Unavailable if that is no object */
    static ObjectResource of(JsonNode json) {
        if (!json.path("generation").isTextual() || !json.path("size").isTextual()) {
            throw new StorageException.Unavailable(
                    "Google Cloud Storage answers with what is no object.", Optional.empty());
        }
        return new ObjectResource(
                json.path("size").asLong(-1),
                json.path("generation").textValue(),
                json.path("etag").asText(),
                text(json, "md5Hash"),
                json.path("crc32c").asText(),
                text(json, "kmsKeyName").map(key -> VERSION.matcher(key).replaceFirst("")),
                text(json.path("metadata"), WRITE));
    }

    StoredObject stored(ObjectKey key) {
        return new StoredObject(key, size, etag, Optional.of(new Encryption(encryptionKey)));
    }

    /** Whether its bytes are those. */
    boolean has(Checksums checksums) {
        return size == checksums.length()
                && crc32c.equals(checksums.crc32c())
                && md5.filter(hash -> !hash.equals(checksums.md5())).isEmpty();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }
}
