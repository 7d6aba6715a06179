package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.json.EventData;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.recording.UsageStore.Opening;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes that audio was handed out, each time with an event, whatever else changes the recording meanwhile. */
public final class DynamoUsageStore implements UsageStore {
    private final Table table;
    private final UsageUpdates usage;
    private final EventRows events;
    private final Transactions transactions;

    public DynamoUsageStore(Table table, EventData data) {
        this.table = table;
        this.usage = new UsageUpdates(table);
        this.events = new EventRows(data);
        this.transactions = new Transactions(table);
    }

    @Override
    public Commit countDownload(CallRecording recording, Event event, Instant now) {
        return transactions.write(
                List.of(usage.counting(recording, now), events.put(table, event, recording.downloaded(now))));
    }

    /** {@inheritDoc} A row marks each opener's last download. */
    @Override
    public Commit countOpening(CallRecording recording, Opening opening, Event event, Instant now) {
        var counted = transactions.write(List.of(
                usage.counting(recording, now),
                mark(recording, opening, now),
                events.put(table, event, recording.downloaded(now))));
        return switch (counted) {
            case COMMITTED -> Commit.COMMITTED;
            case STALE ->
                transactions.write(
                        List.of(usage.notCounting(recording, now), events.put(table, event, recording.accessed(now))));
        };
    }

    /** The table forgets the row by itself, some time after it has lost its meaning. */
    private TransactWriteItem mark(CallRecording recording, Opening opening, Instant now) {
        var row = new HashMap<>(Keys.opening(recording.tenant(), recording.id(), opening));
        row.put(RecordingRows.TTL, time(now.plus(Opening.WINDOW)));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(row)
                        .conditionExpression("attribute_not_exists(pk) OR #ttl <= :now")
                        .expressionAttributeNames(Map.of("#ttl", RecordingRows.TTL))
                        .expressionAttributeValues(Map.of(":now", time(now))))
                .build();
    }
}
