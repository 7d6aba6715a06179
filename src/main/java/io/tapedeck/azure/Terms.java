package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a blob is to be written.
 *
 * @param scope the encryption scope, which names a key in Key Vault
 * @param writing stays with the blob, so that it is known for one's own where the answer was lost
 */
record Terms(String contentType, Optional<String> scope, UUID writing) {
    static final String SCOPE = "x-ms-encryption-scope";
    static final String WRITING = "x-ms-meta-writing";

    private static final Pattern SCOPE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,61}[A-Za-z0-9]");

    /** @throws UnusableKeyException if there can be no such scope */
    Terms {
        requireNonNull(contentType);
        requireNonNull(writing);
        if (scope.filter(SCOPE_NAME.asMatchPredicate().negate()).isPresent()) {
            throw new UnusableKeyException(
                    new StorageException.Refused("No encryption scope of a storage account has such a name."));
        }
    }

    static Terms of(String contentType, Optional<String> scope) {
        return new Terms(contentType, scope, UUID.randomUUID());
    }

    /** Of a block, which is encrypted before the blob is there. */
    Map<String, String> ofBlock() {
        return scope.map(name -> Map.of(SCOPE, name)).orElseGet(Map::of);
    }

    /** Of the blob, unless there is one. */
    Map<String, String> ofBlob() {
        var headers = new TreeMap<>(ofBlock());
        headers.put(WRITING, writing.toString());
        headers.put("x-ms-blob-content-type", contentType);
        headers.put("If-None-Match", "*");
        return headers;
    }

    boolean wrote(BlobProperties blob) {
        return blob.writing().filter(writing.toString()::equals).isPresent();
    }
}
