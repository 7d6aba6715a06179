package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import java.util.Optional;

/**
 * What the service says of a blob.
 *
 * @param md5 in Base64; absent where whoever wrote it gave none
 * @param writing what it was written by; absent for others than this program
 * @param scope by which it is encrypted; absent for the container's own
 */
record BlobProperties(
        long size,
        String etag,
        Optional<String> md5,
        Optional<String> writing,
        boolean isEncrypted,
        Optional<String> scope) {
    BlobProperties {
        requireNonNull(etag);
        requireNonNull(md5);
        requireNonNull(writing);
        requireNonNull(scope);
    }

    static BlobProperties of(Reply head) {
        return new BlobProperties(
                head.header("Content-Length").map(Long::parseLong).orElse(0L),
                head.header("ETag").orElse(""),
                head.header("Content-MD5"),
                head.header(Terms.WRITING),
                head.header("x-ms-server-encrypted").filter("true"::equals).isPresent(),
                head.header(Terms.SCOPE));
    }

    StoredObject as(ObjectKey key) {
        return new StoredObject(
                key,
                size,
                etag.replace("\"", ""),
                Optional.of(new Encryption(scope)).filter(_ -> isEncrypted || scope.isPresent()));
    }
}
