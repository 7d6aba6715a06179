package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.remote.ResumingStream;
import io.tapedeck.remote.ResumingStream.Connection;
import io.tapedeck.rest.RestAnswer;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Reads objects, each from first to last the same one. */
final class Downloads {
    private static final int MISSING = 404;
    private static final int PARTIAL = 206;

    private final BearerCalls calls;
    private final Addresses addresses;
    private final GcsObjects objects;

    Downloads(BearerCalls calls, Addresses addresses, GcsObjects objects) {
        this.calls = requireNonNull(calls);
        this.addresses = requireNonNull(addresses);
        this.objects = requireNonNull(objects);
    }

    Optional<InputStream> open(ObjectKey key) {
        var answer = get(key, Map.of(), Map.of());
        if (answer.status() == MISSING) {
            answer.close();
            // only what it says of an object tells an object that is gone from a bucket that is
            objects.find(key);
            return Optional.empty();
        }
        if (!answer.isSuccessful()) {
            throw refusal(answer);
        }
        var generation = answer.header("X-Goog-Generation").orElse("");
        return Optional.of(new ResumingStream(connection(answer), offset -> rest(key, generation, offset)));
    }

    private Connection rest(ObjectKey key, String generation, long offset) {
        var answer = get(key, Map.of("generation", generation), Map.of("Range", "bytes=%d-".formatted(offset)));
        if (answer.status() != PARTIAL) {
            throw refusal(answer);
        }
        return connection(answer);
    }

    private RestAnswer get(ObjectKey key, Map<String, String> query, Map<String, String> headers) {
        var parameters = new HashMap<>(query);
        parameters.put("alt", "media");
        return calls.open(bearer -> {
            var all = new HashMap<>(headers);
            all.put("Authorization", bearer);
            return new RestRequest(SdkHttpMethod.GET, addresses.object(key, parameters), all);
        });
    }

    private static Connection connection(RestAnswer answer) {
        var length = answer.header("Content-Length").map(Long::parseLong).orElse(0L);
        return new Connection(answer.body(), length, answer::close);
    }

    private static RuntimeException refusal(RestAnswer answer) {
        try {
            return Refusals.explained(Reply.read(answer));
        } catch (IOException broken) {
            return new StorageException.Unavailable(
                    "The answers of Google Cloud Storage break off.", Optional.empty(), broken);
        }
    }
}
