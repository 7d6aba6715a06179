package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;

import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes a recording together with its jobs, versions and events. */
final class RecordingWrites {
    private final Table table;
    private final Rows rows;
    private final RecordingRows recordings;
    private final EventRows events;
    private final Transactions transactions;

    RecordingWrites(Table table, Rows rows, RecordingRows recordings, EventRows events) {
        this.table = table;
        this.rows = rows;
        this.recordings = recordings;
        this.events = events;
        this.transactions = new Transactions(table);
    }

    /** Writes all of a change or nothing. */
    Commit commit(Change change) {
        var after = change.written();
        var items = new ArrayList<TransactWriteItem>();
        items.add(update(after, change.recording().history().revision()));
        change.jobs().forEach(job -> items.add(put(rows.job(job))));
        change.versions().forEach(version -> items.add(put(rows.version(after.tenant(), after.id(), version))));
        change.events().forEach(event -> items.add(events.put(table, event, after)));
        return transactions.write(items);
    }

    /**
     * Writes when a job is due and how far it is, while it is in the state and with the worker that it was read with. A
     * transaction, for being in the way of another one is no answer here either.
     */
    Commit prolong(Job job) {
        var row = rows.job(job);
        var later = Update.builder()
                .tableName(table.name())
                .key(Keys.job(job.tenant(), job.recording(), job.id()))
                .updateExpression("SET #due = :due, dueKey = :dueKey, dueAt = :dueAt, progress = :progress")
                .conditionExpression("#status = :status AND attempts = :holder"
                        + " AND (attribute_not_exists(handed) OR handed = :handed)")
                .expressionAttributeNames(Map.of("#due", "due", "#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":due", row.get("due"),
                        ":dueKey", row.get(DueIndex.PARTITION),
                        ":dueAt", row.get(DueIndex.TIME),
                        ":progress", row.get("progress"),
                        ":status", row.get("status"),
                        ":holder", row.get("attempts"),
                        ":handed", row.get("handed")))
                .build();
        return transactions.write(
                List.of(TransactWriteItem.builder().update(later).build()));
    }

    private TransactWriteItem update(CallRecording after, long read) {
        var updateExpression = UpdateExpression.of(recordings.attributes(after), recordings.optionalAttributes(after));
        var update = Update.builder()
                .tableName(table.name())
                .key(Keys.recording(after.tenant(), after.id()))
                .updateExpression(updateExpression.expression())
                .conditionExpression("attribute_not_exists(pk) AND :read = :none OR #revision = :read")
                .expressionAttributeNames(updateExpression.names())
                .expressionAttributeValues(updateExpression.values(Map.of(":read", number(read), ":none", number(0))))
                .build();
        return TransactWriteItem.builder().update(update).build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(row))
                .build();
    }
}
