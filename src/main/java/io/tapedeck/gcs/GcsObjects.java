package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What lies in a bucket, as the JSON API has it. */
final class GcsObjects {
    private static final int MISSING = 404;
    private static final int MOST_ROUNDS = 10_000;

    private final BearerCalls calls;
    private final Addresses addresses;

    GcsObjects(BearerCalls calls, Addresses addresses) {
        this.calls = requireNonNull(calls);
        this.addresses = requireNonNull(addresses);
    }

    Optional<ObjectResource> find(ObjectKey key) {
        var reply = calls.send(bearer -> request(SdkHttpMethod.GET, addresses.object(key, Map.of()), bearer));
        return isMissing(reply) ? Optional.empty() : Optional.of(ObjectResource.of(expected(reply)));
    }

    /** @param query which generation is meant, if not any */
    void delete(ObjectKey key, Map<String, String> query) {
        var reply = calls.send(bearer -> request(SdkHttpMethod.DELETE, addresses.object(key, query), bearer));
        if (!isMissing(reply)) {
            expected(reply);
        }
    }

    List<ObjectKey> list(KeyPrefix prefix) {
        var keys = new ArrayList<ObjectKey>();
        var page = Optional.<String>empty();
        do {
            var address = addresses.list(prefix, page);
            var answer = expected(calls.send(bearer -> request(SdkHttpMethod.GET, address, bearer)));
            StreamSupport.stream(answer.path("items").spliterator(), false)
                    .map(item -> addresses.key(item.path("name").asText()))
                    .forEach(keys::add);
            page = Optional.ofNullable(answer.path("nextPageToken").textValue());
        } while (page.isPresent());
        return keys;
    }

    /**
     * Copies an object, in as many rounds as Google takes for it.
     *
     * @return the copy, or what was there already; empty if the source is gone
     */
    Optional<ObjectResource> copy(ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        var token = Optional.<String>empty();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var address = addresses.copy(from, to, encryptionKey, token);
            var reply = calls.send(bearer -> new RestRequest(
                    SdkHttpMethod.POST,
                    address,
                    Map.of("Authorization", bearer, "Content-Type", "application/json"),
                    Optional.of(metadata(contentType))));
            if (reply.status() == Written.CONDITION_FAILED) {
                return find(to);
            }
            if (isMissing(reply)) {
                return Optional.empty();
            }
            if (!reply.isSuccessful()) {
                throw Refusals.explained(reply, encryptionKey);
            }
            if (reply.json().path("done").asBoolean()) {
                return Optional.of(whole(reply.json(), to));
            }
            token = Optional.ofNullable(reply.json().path("rewriteToken").textValue());
        }
        throw new StorageException.Unavailable("Google Cloud Storage comes to no end of a copy.", Optional.empty());
    }

    /** Some fields of the bucket itself. */
    JsonNode bucket(String fields) {
        return expected(calls.send(bearer -> request(SdkHttpMethod.GET, addresses.bucket(fields), bearer)));
    }

    private ObjectResource whole(JsonNode answer, ObjectKey to) {
        var copy = ObjectResource.of(answer.path("resource"));
        if (copy.size() != answer.path("objectSize").asLong(-1)) {
            delete(to, Map.of("generation", copy.generation()));
            throw new StorageException.Unavailable("A copy at Google Cloud Storage is not whole.", Optional.empty());
        }
        return copy;
    }

    /** Whether the object is not there; without its bucket, it is not only the object. */
    private static boolean isMissing(Reply reply) {
        if (Refusals.isOfBucket(reply)) {
            throw Refusals.explained(reply);
        }
        return reply.status() == MISSING;
    }

    private static JsonNode expected(Reply reply) {
        if (!reply.isSuccessful()) {
            throw Refusals.explained(reply);
        }
        return reply.json();
    }

    private static Body metadata(String contentType) {
        return Body.of(JsonNodeFactory.instance
                .objectNode()
                .put("contentType", contentType)
                .toString()
                .getBytes(UTF_8));
    }

    private static RestRequest request(SdkHttpMethod method, URI address, String bearer) {
        return new RestRequest(method, address, Map.of("Authorization", bearer));
    }
}
