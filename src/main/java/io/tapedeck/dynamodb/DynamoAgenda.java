package io.tapedeck.dynamodb;

import io.tapedeck.recording.Agenda;
import io.tapedeck.recording.JobId;
import io.tapedeck.recording.RecordingId;
import io.tapedeck.recording.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the index of what is due: the shards of an hour side by side, merged by time. */
public final class DynamoAgenda implements Agenda {
    private final Table table;
    private final Clock clock;
    private final Watermark watermark;

    public DynamoAgenda(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.watermark = new Watermark(table);
    }

    @Override
    public long watermark() {
        return watermark.lay(DueIndex.hour(clock.instant().getEpochSecond()));
    }

    @Override
    public void advance(long hour) {
        watermark.advance(hour);
    }

    @Override
    public List<Due> due(long hour, long now, int limit) {
        var shards = new PriorityQueue<>(Comparator.comparing(DueShard::time));
        shards.addAll(read(hour, now));
        var due = new ArrayList<Due>();
        while (!shards.isEmpty() && due.size() < limit) {
            var earliest = shards.remove();
            due.add(due(earliest.next()));
            if (earliest.hasNext()) {
                shards.add(earliest);
            }
        }
        return List.copyOf(due);
    }

    private List<DueShard> read(long hour, long now) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = DueIndex.partitions(hour).stream()
                    .map(partition ->
                            CompletableFuture.supplyAsync(() -> DueShard.read(table, partition, now), executor))
                    .toList();
            return reads.stream()
                    .map(CompletableFuture::join)
                    .filter(DueShard::hasNext)
                    .toList();
        }
    }

    private static Due due(Map<String, AttributeValue> row) {
        var tenant = new TenantId(row.get("tenant").s());
        var id = row.get("id").s();
        return row.get("sk").s().startsWith(Keys.JOBS)
                ? new Due.DueJob(
                        tenant,
                        RecordingId.parse(row.get("recording").s()).orElseThrow(),
                        JobId.parse(id).orElseThrow())
                : new Due.DueRecording(tenant, RecordingId.parse(id).orElseThrow());
    }
}
