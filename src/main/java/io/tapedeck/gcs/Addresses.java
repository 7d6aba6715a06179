package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.Parameters;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Where the JSON API has a bucket and what lies in it.
 *
 * @param prefix what the name of every object begins with
 */
record Addresses(URI endpoint, String bucket, String prefix) {
    /** A generation that only an object has which there is none of. */
    private static final Map<String, String> UNLESS_THERE = Map.of("ifGenerationMatch", "0");

    private static final String NAMES_ONLY = "items(name),nextPageToken";

    Addresses {
        requireNonNull(endpoint);
        requireNonNull(bucket);
        requireNonNull(prefix);
    }

    String name(ObjectKey key) {
        return prefix + key.value();
    }

    /** The key of an object with such a name. */
    ObjectKey key(String name) {
        return new ObjectKey(name.substring(prefix.length()));
    }

    /** Where an object is sent to that there is none of. */
    URI upload(String type, ObjectKey key, Optional<String> encryptionKey) {
        var query = new LinkedHashMap<>(UNLESS_THERE);
        query.put("uploadType", type);
        query.put("name", name(key));
        encryptionKey.ifPresent(id -> query.put("kmsKeyName", id));
        return address("/upload/storage/v1/b/%s/o".formatted(bucket), query);
    }

    URI object(ObjectKey key, Map<String, String> query) {
        return address(path(key), query);
    }

    /** @param token of a copy under way */
    URI copy(ObjectKey from, ObjectKey to, Optional<String> encryptionKey, Optional<String> token) {
        var query = new LinkedHashMap<>(UNLESS_THERE);
        encryptionKey.ifPresent(id -> query.put("destinationKmsKeyName", id));
        token.ifPresent(value -> query.put("rewriteToken", value));
        var target = "/rewriteTo/b/%s/o/%s".formatted(bucket, SdkHttpUtils.urlEncode(name(to)));
        return address(path(from) + target, query);
    }

    URI list(KeyPrefix keys, Optional<String> page) {
        var query = new LinkedHashMap<String, String>();
        query.put("prefix", prefix + keys.value());
        query.put("fields", NAMES_ONLY);
        page.ifPresent(token -> query.put("pageToken", token));
        return address("/storage/v1/b/%s/o".formatted(bucket), query);
    }

    URI bucket(String fields) {
        return address("/storage/v1/b/" + bucket, Map.of("fields", fields));
    }

    private String path(ObjectKey key) {
        return "/storage/v1/b/%s/o/%s".formatted(bucket, SdkHttpUtils.urlEncode(name(key)));
    }

    private URI address(String path, Map<String, String> query) {
        var parameters = Parameters.encoded(query);
        return URI.create(endpoint + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }
}
