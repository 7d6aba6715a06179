package io.tapedeck.gcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.gcs.GcsServer.Reply;
import io.tapedeck.gcs.GcsServer.Request;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resumable uploads: chunks of multiples of 256 KiB but for the last, bytes that came before are passed over, gaps are refused. */
final class GcsSessions {
    private static final int UNIT = 256 << 10;
    private static final Pattern RANGE = Pattern.compile("bytes (?:([0-9]+)-([0-9]+)|\\*)/([0-9]+|\\*)");

    private final GcsObjectsServer bucket;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    GcsSessions(GcsObjectsServer bucket) {
        this.bucket = bucket;
    }

    private static final class Upload {
        final Request begun;
        final JsonNode metadata;
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        Reply last;

        Upload(Request begun) {
            this.begun = begun;
            this.metadata = begun.body().length == 0 ? GcsServer.json() : GcsObjectsServer.read(begun.body());
        }
    }

    /** As if a week had gone by. */
    void forget() {
        uploads.clear();
    }

    /** The number of uploads that it remembers. */
    int size() {
        return uploads.size();
    }

    Reply answer(Request request) {
        var id = request.parameter("upload_id");
        if (id.isEmpty()) {
            return begin(request);
        }
        var upload = uploads.get(id.get());
        if (upload == null) {
            return Reply.error(404, "notFound", "No such upload");
        }
        if (request.method().equals("DELETE")) {
            uploads.remove(id.get());
            return Reply.nothing(499);
        }
        synchronized (upload) {
            return upload.last != null ? upload.last : take(upload, request);
        }
    }

    private Reply begin(Request request) {
        var obstacle = bucket.obstacle(request);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var id = UUID.randomUUID().toString();
        uploads.put(id, new Upload(request));
        var location = "%s/upload/storage/v1/b/%s/o?uploadType=resumable&upload_id=%s"
                .formatted(request.origin(), GcsServer.BUCKET, id);
        return new Reply(200, Map.of("Location", location), new byte[0]);
    }

    private Reply take(Upload upload, Request request) {
        var range = RANGE.matcher(request.header("Content-Range").orElse("bytes */*"));
        if (!range.matches()) {
            return Reply.error(400, "invalid", "Content-Range is not understood");
        }
        var total = range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
        if (range.group(1) != null) {
            var start = Long.parseLong(range.group(1));
            var end = Long.parseLong(range.group(2)) + 1;
            if (start > upload.arrived.size() || request.isWhole() && end - start != request.body().length) {
                return Reply.error(503, "backendError", "Content-Range is ahead of what has arrived");
            }
            if (end != total && (end - start) % UNIT != 0) {
                return Reply.error(400, "invalid", "a chunk must have a multiple of 256 KiB");
            }
            upload.arrived.writeBytes(kept(request, (int) (upload.arrived.size() - start)));
        }
        if (upload.arrived.size() != total) {
            return incomplete(upload.arrived.size());
        }
        upload.last = bucket.finish(upload.begun, upload.metadata, upload.arrived.toByteArray(), hashes(request));
        upload.arrived = null;
        return upload.last;
    }

    /** What is new; of a chunk that broke off, whole units. */
    private static byte[] kept(Request request, int known) {
        var bytes = request.body();
        var end = request.isWhole() ? bytes.length : bytes.length / UNIT * UNIT;
        return known < end ? Arrays.copyOfRange(bytes, known, end) : new byte[0];
    }

    private static Reply incomplete(int arrived) {
        return new Reply(308, arrived == 0 ? Map.of() : Map.of("Range", "bytes=0-" + (arrived - 1)), new byte[0]);
    }

    private static Map<String, String> hashes(Request request) {
        return request.header("X-Goog-Hash").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(hash -> hash.split("=", 2))
                .collect(Collectors.toMap(hash -> hash[0], hash -> hash[1]));
    }
}
