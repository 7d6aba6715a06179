package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.gcs.GcsServer.Reply;
import io.tapedeck.gcs.GcsServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The one bucket of the server and what lies in it. */
final class GcsObjectsServer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");
    private static final Pattern BOUNDARY = Pattern.compile("multipart/related; boundary=\"?([^\";]+)\"?");

    final ObjectNode resource = GcsServer.json().put("kind", "storage#bucket").put("name", GcsServer.BUCKET);
    final Set<String> keys = new HashSet<>();
    volatile boolean isGone;
    volatile Optional<Reply> trouble = Optional.empty();
    /** It keeps other bytes than it gets, and does not look at checksums. */
    volatile boolean isDamaging;

    volatile int pageSize = 1000;
    volatile long bytesPerRewrite = Long.MAX_VALUE;
    private final Map<String, Stored> objects = new TreeMap<>();
    private final Map<String, Integer> rewrites = new HashMap<>();
    private final AtomicLong generations = new AtomicLong(1_700_000_000_000_000L);

    /** An object. */
    record Stored(byte[] bytes, String contentType, JsonNode metadata, long generation, Optional<String> key) {
        ObjectNode json(String name) {
            var checksums = Checksums.of(bytes);
            var json = GcsServer.json()
                    .put("kind", "storage#object")
                    .put("name", name)
                    .put("bucket", GcsServer.BUCKET)
                    .put("generation", Long.toString(generation))
                    .put("metageneration", "1")
                    .put("contentType", contentType)
                    .put("size", Long.toString(bytes.length))
                    .put("md5Hash", checksums.md5())
                    .put("crc32c", checksums.crc32c())
                    .put("etag", "C" + generation + "/E=");
            if (metadata.isObject()) {
                json.set("metadata", metadata);
            }
            key.ifPresent(id -> json.put("kmsKeyName", id + "/cryptoKeyVersions/1"));
            return json;
        }
    }

    synchronized Reply insert(Request request) {
        var boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!"multipart".equals(request.query().get("uploadType")) || !boundary.matches()) {
            return Reply.error(400, "invalid", "no upload that this server knows");
        }
        // one character a byte
        var body = new String(request.body(), ISO_8859_1);
        if (!body.stripTrailing().endsWith("--" + boundary.group(1) + "--")) {
            return Reply.error(400, "badContent", "Missing end boundary in multipart body.");
        }
        var parts = body.split("(\r\n)?--" + Pattern.quote(boundary.group(1)) + "(\r\n|--)", -1);
        var metadata = read(parts[1].substring(parts[1].indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1));
        var bytes = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
        return finish(request, metadata, bytes, Map.of());
    }

    /** Takes an object whose bytes have all arrived. */
    synchronized Reply finish(Request begun, JsonNode metadata, byte[] bytes, Map<String, String> hashes) {
        var name = begun.parameter("name").orElseGet(() -> metadata.path("name").asText());
        var condition = condition(begun, objects.get(name));
        if (condition.isPresent()) {
            return condition.get();
        }
        if (isDamaging) {
            return store(name, new byte[bytes.length], metadata, begun.parameter("kmsKeyName"));
        }
        var checksums = Checksums.of(bytes);
        var md5 = Optional.ofNullable(
                hashes.getOrDefault("md5", metadata.path("md5Hash").textValue()));
        if (md5.filter(hash -> !hash.equals(checksums.md5())).isPresent()) {
            return Reply.error(400, "invalid", "Provided MD5 hash \"x\" doesn't match calculated MD5 hash \"y\".");
        }
        var crc32c = Optional.ofNullable(
                hashes.getOrDefault("crc32c", metadata.path("crc32c").textValue()));
        if (crc32c.filter(hash -> !hash.equals(checksums.crc32c())).isPresent()) {
            return Reply.error(400, "invalid", "Provided CRC32C \"x\" doesn't match calculated CRC32C \"y\".");
        }
        return store(name, bytes, metadata, begun.parameter("kmsKeyName"));
    }

    /** Why an upload may not begin. */
    synchronized Optional<Reply> obstacle(Request request) {
        return condition(request, objects.get(request.query().get("name")))
                .or(() -> request.parameter("kmsKeyName").flatMap(this::keyTrouble));
    }

    synchronized Reply object(Request request, String name) {
        var found = objects.get(name);
        if (found == null || isOther(request, found)) {
            return Reply.error(404, "notFound", "No such object: %s/%s".formatted(GcsServer.BUCKET, name));
        }
        if (request.method().equals("DELETE")) {
            objects.remove(name);
            return Reply.nothing(204);
        }
        return "media".equals(request.query().get("alt")) ? media(request, name) : Reply.json(found.json(name));
    }

    synchronized Reply media(Request request, String name) {
        var found = objects.get(name);
        if (found == null) {
            return new Reply(
                    404, Map.of("Content-Type", "text/html; charset=UTF-8"), "No such object".getBytes(ISO_8859_1));
        }
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", request.parameter("response-content-type").orElse(found.contentType()));
        request.parameter("response-content-disposition").ifPresent(value -> headers.put("Content-Disposition", value));
        headers.put("X-Goog-Generation", Long.toString(found.generation()));
        headers.put("X-Goog-Hash", Checksums.of(found.bytes()).header());
        headers.put("X-Goog-Stored-Content-Length", Integer.toString(found.bytes().length));
        headers.put("X-Goog-Stored-Content-Encoding", "identity");
        headers.put("Accept-Ranges", "bytes");
        var range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches() || found.bytes().length == 0) {
            return new Reply(200, headers, found.bytes());
        }
        var last = found.bytes().length - 1;
        var start = Integer.parseInt(range.group(1));
        var end = range.group(2).isEmpty() ? last : (int) Math.min(last, Long.parseLong(range.group(2)));
        if (start > last) {
            return new Reply(416, Map.of("Content-Range", "bytes */" + found.bytes().length), new byte[0]);
        }
        headers.put("Content-Range", "bytes %d-%d/%d".formatted(start, end, found.bytes().length));
        return new Reply(206, headers, Arrays.copyOfRange(found.bytes(), start, end + 1));
    }

    synchronized Reply list(Request request) {
        var prefix = request.query().getOrDefault("prefix", "");
        var after = request.query().getOrDefault("pageToken", "");
        var page = objects.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
                .limit(pageSize + 1L)
                .toList();
        var json = GcsServer.json().put("kind", "storage#objects");
        var names = page.subList(0, Math.min(pageSize, page.size()));
        if (!names.isEmpty()) {
            var items = json.putArray("items");
            names.forEach(name -> items.add(objects.get(name).json(name)));
        }
        if (page.size() > pageSize) {
            json.put("nextPageToken", names.getLast());
        }
        return Reply.json(json);
    }

    synchronized Reply copy(Request request, String from, String to) {
        var source = objects.get(from);
        if (source == null) {
            return Reply.error(404, "notFound", "No such object: %s/%s".formatted(GcsServer.BUCKET, from));
        }
        var condition = condition(request, objects.get(to));
        if (condition.isPresent()) {
            return condition.get();
        }
        var key = request.parameter("destinationKmsKeyName");
        var trouble = key.flatMap(this::keyTrouble);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        var size = source.bytes().length;
        var round = request.parameter("rewriteToken").map(rewrites::get).orElse(0) + 1;
        var json = GcsServer.json().put("kind", "storage#rewriteResponse").put("objectSize", Integer.toString(size));
        if (round <= (size - 1) / bytesPerRewrite) {
            var token = "rewrite of " + to;
            rewrites.put(token, round);
            json.put("totalBytesRewritten", Long.toString(round * bytesPerRewrite));
            return Reply.json(json.put("done", false).put("rewriteToken", token));
        }
        var metadata = request.body().length == 0
                ? GcsServer.json().put("contentType", source.contentType()).set("metadata", source.metadata())
                : read(request.body());
        var copy = put(to, source.bytes(), metadata, key);
        json.put("totalBytesRewritten", Integer.toString(size)).put("done", true);
        return Reply.json(json.set("resource", copy.json(to)));
    }

    /** The number of objects. */
    synchronized int size() {
        return objects.size();
    }

    synchronized Optional<Stored> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Reply store(String name, byte[] bytes, JsonNode metadata, Optional<String> key) {
        var trouble = key.flatMap(this::keyTrouble);
        return trouble.orElseGet(
                () -> Reply.json(put(name, bytes, metadata, key).json(name)));
    }

    private Stored put(String name, byte[] bytes, JsonNode metadata, Optional<String> key) {
        var type = metadata.path("contentType").asText("application/octet-stream");
        var stored = new Stored(bytes, type, metadata.path("metadata"), generations.incrementAndGet(), key);
        objects.put(name, stored);
        return stored;
    }

    private Optional<Reply> keyTrouble(String key) {
        return keys.contains(key)
                ? Optional.empty()
                : Optional.of(Reply.error(
                        403,
                        "forbidden",
                        "Permission denied on Cloud KMS key. Please ensure that your Cloud Storage service account has been authorized"
                                + " to use this key."));
    }

    private static boolean isOther(Request request, Stored found) {
        return request.parameter("generation")
                .filter(generation -> Long.parseLong(generation) != found.generation())
                .isPresent();
    }

    private static Optional<Reply> condition(Request request, Stored present) {
        return request.parameter("ifGenerationMatch")
                .map(Long::parseLong)
                .filter(generation -> generation != (present == null ? 0 : present.generation()))
                .map(other -> Reply.error(
                        412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold."));
    }
}
