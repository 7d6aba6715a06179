package io.tapedeck.s3;

import io.tapedeck.id.Sha256;
import io.tapedeck.storage.UploadStore.FetchedObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Writes an object to a file, again from the start if the connection broke, and hashes it on the way. */
record HashingFile(Path target) implements ResponseTransformer<GetObjectResponse, FetchedObject> {
    @Override
    public FetchedObject transform(GetObjectResponse response, AbortableInputStream content) {
        var digest = Sha256.digest();
        var size = write(content, digest);
        if (size != response.contentLength()) {
            throw RetryableException.create(
                    "The connection ended after %d of %d bytes".formatted(size, response.contentLength()));
        }
        return new FetchedObject(Etag.bare(response.eTag()), size, Sha256.hex(digest));
    }

    private long write(AbortableInputStream content, MessageDigest digest) {
        try (var file = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            return content.transferTo(file);
        } catch (IOException broken) {
            // the SDK takes any other exception of a transformer for final
            throw RetryableException.create("The object could not be copied to a file", broken);
        }
    }
}
