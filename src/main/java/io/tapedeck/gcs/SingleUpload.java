package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.rest.RestRequest;
import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Sends a small object in one request, together with what its checksums are to be. */
final class SingleUpload {
    private final BearerCalls calls;
    private final Addresses addresses;
    private final GcsObjects objects;

    SingleUpload(BearerCalls calls, Addresses addresses, GcsObjects objects) {
        this.calls = requireNonNull(calls);
        this.addresses = requireNonNull(addresses);
        this.objects = requireNonNull(objects);
    }

    Written write(ObjectKey key, byte[] bytes, String contentType, Optional<String> encryptionKey) {
        var checksums = Checksums.of(bytes);
        var address = addresses.upload("multipart", key, encryptionKey);
        var write = UUID.randomUUID().toString();
        var body = Optional.of(body(bytes, write, metadata(contentType, checksums, write)));
        var attempts = new AtomicInteger();
        var reply = calls.send(bearer -> {
            attempts.incrementAndGet();
            return new RestRequest(
                    SdkHttpMethod.POST,
                    address,
                    Map.of("Authorization", bearer, "Content-Type", "multipart/related; boundary=" + write),
                    body);
        });
        if (reply.isSuccessful()) {
            return new Written.Arrived(ObjectResource.of(reply.json()), checksums);
        }
        if (reply.status() == Written.CONDITION_FAILED) {
            return attempts.get() > 1 ? earlier(key, checksums, write) : new Written.Existing();
        }
        if (Refusals.isOfDamage(reply)) {
            return new Written.Lost();
        }
        throw Refusals.explained(reply, encryptionKey);
    }

    /** What is there may be what an earlier attempt left, whose answer was lost. */
    private Written earlier(ObjectKey key, Checksums checksums, String write) {
        return objects.find(key)
                .filter(found -> found.write().equals(Optional.of(write)))
                .<Written>map(found -> new Written.Arrived(found, checksums))
                .orElseGet(Written.Existing::new);
    }

    private static ObjectNode metadata(String contentType, Checksums checksums, String write) {
        var metadata = JsonNodeFactory.instance
                .objectNode()
                .put("contentType", contentType)
                .put("md5Hash", checksums.md5())
                .put("crc32c", checksums.crc32c());
        metadata.putObject("metadata").put(ObjectResource.WRITE, write);
        return metadata;
    }

    private static Body body(byte[] bytes, String boundary, ObjectNode metadata) {
        var head = "--%s\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n%s\r\n--%s\r\nContent-Type: %s\r\n\r\n"
                .formatted(
                        boundary,
                        metadata,
                        boundary,
                        metadata.path("contentType").asText())
                .getBytes(UTF_8);
        var tail = "\r\n--%s--".formatted(boundary).getBytes(UTF_8);
        return new Body((long) head.length + bytes.length + tail.length, () -> stream(List.of(head, bytes, tail)));
    }

    private static InputStream stream(List<byte[]> parts) {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
    }
}
