package io.tapedeck.dynamodb;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.retention.DueStore;
import io.tapedeck.sharing.Share;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the index of what is due: its shards side by side, merged by time. */
public final class DynamoDueStore implements DueStore {
    private final Table table;

    public DynamoDueStore(Table table) {
        this.table = table;
    }

    @Override
    public Iterator<Due> due(Instant now) {
        var shards = new PriorityQueue<>(Comparator.comparing(DueShard::time));
        shards.addAll(read(now));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !shards.isEmpty();
            }

            @Override
            public Due next() {
                var earliest = shards.remove();
                var next = readable(earliest.next(), now);
                if (earliest.hasNext()) {
                    shards.add(earliest);
                }
                return next;
            }
        };
    }

    private List<DueShard> read(Instant now) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = DueIndex.partitions().stream()
                    .map(partition ->
                            CompletableFuture.supplyAsync(() -> DueShard.read(table, partition, now), executor))
                    .toList();
            return reads.stream()
                    .map(CompletableFuture::join)
                    .filter(DueShard::hasNext)
                    .toList();
        }
    }

    /** One row that makes no sense must not keep the clock from the others. */
    private static Due readable(Map<String, AttributeValue> row, Instant now) {
        try {
            return due(row);
        } catch (RuntimeException e) {
            return new Due.Unreadable(row.get("pk").s() + " " + row.get("sk").s(), now);
        }
    }

    private static Due due(Map<String, AttributeValue> row) {
        var tenant = new TenantId(row.get("tenant").s());
        var id = row.get("id").s();
        var since = DueIndex.second(row.get(DueIndex.TIME).s());
        var kind = row.get("sk").s();
        if (kind.startsWith(Keys.JOBS)) {
            return new Due.DueJob(tenant, recording(row), JobId.parse(id).orElseThrow(), since);
        } else if (kind.startsWith(Keys.EXPORTS)) {
            return new Due.DueExport(tenant, ExportId.parse(id).orElseThrow(), since);
        } else if (kind.startsWith(Keys.SHARES)) {
            var share =
                    new Share.Place(tenant, recording(row), ShareId.parse(id).orElseThrow());
            return new Due.DueShare(share, since);
        } else if (kind.startsWith(Keys.LANES)) {
            return new Due.DueLane(tenant, WebhookId.parse(id).orElseThrow(), recording(row), since);
        }
        return new Due.DueRecording(tenant, RecordingId.parse(id).orElseThrow(), since);
    }

    private static RecordingId recording(Map<String, AttributeValue> row) {
        return RecordingId.parse(row.get("recording").s()).orElseThrow();
    }
}
