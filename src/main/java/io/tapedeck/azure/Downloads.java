package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.remote.ResumingStream;
import io.tapedeck.remote.ResumingStream.Connection;
import io.tapedeck.rest.RestAnswer;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Reads objects as they arrive. */
final class Downloads {
    private static final int PARTIAL = 206;

    private final BlobService service;
    private final AzureContainer container;

    Downloads(BlobService service, AzureContainer container) {
        this.service = requireNonNull(service);
        this.container = requireNonNull(container);
    }

    Optional<InputStream> open(ObjectKey key) {
        var get = Call.of(SdkHttpMethod.GET, container.path(key));
        var answer = service.open(get);
        if (!answer.isSuccessful()) {
            var reply = read(answer);
            if (reply.isNoBlob()) {
                return Optional.empty();
            }
            throw Refusals.of(reply);
        }
        var same = get.header("If-Match", answer.header("ETag").orElseThrow());
        return Optional.of(new ResumingStream(connection(answer), offset -> from(same, offset)));
    }

    private Connection from(Call get, long offset) {
        var answer = service.open(get.header("Range", "bytes=%d-".formatted(offset)));
        if (answer.status() != PARTIAL) {
            throw Refusals.of(read(answer));
        }
        return connection(answer);
    }

    private static Connection connection(RestAnswer answer) {
        var length = answer.header("Content-Length").map(Long::parseLong).orElse(0L);
        return new Connection(answer.body(), length, answer::close);
    }

    private static Reply read(RestAnswer answer) {
        try {
            return Reply.read(answer);
        } catch (IOException broken) {
            throw new StorageException.Unavailable("The answers of Azure break off.", Optional.empty(), broken);
        }
    }
}
