package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.recording.CallRecording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Recordings as rows, with the keys of the indexes that they are in. The usage is kept in attributes of its own, which
 * only a download writes.
 */
final class RecordingRows {
    static final String TTL = "ttl";

    /**
     * How long a tombstone's row is kept, which is longer than callers see it. The table can be restored as it was 35 days
     * ago, and the row then tells what was deleted since.
     */
    private static final Duration TOMBSTONES_ROW_KEPT = Duration.ofDays(40);

    private static final String JOB = "job";
    private static final String USAGE = "usage";
    private static final String COUNT = "downloadCount";
    private static final String ACCESSED = "lastAccessed";
    private static final List<String> OF_INDEXES = List.of(
            RecordingIndex.CALL.key(),
            RecordingIndex.ASSISTANT.key(),
            RecordingIndex.PHONE_NUMBER.key(),
            RecordingIndex.PHONE_NUMBER_ID.key(),
            DueIndex.PARTITION,
            DueIndex.TIME,
            TTL);

    private final Rows rows;
    private final List<String> optional;

    RecordingRows(Rows rows) {
        this.rows = rows;
        this.optional = Stream.concat(rows.optional(CallRecording.class).stream(), OF_INDEXES.stream())
                .toList();
    }

    /** What a change of the recording writes: all attributes but the table's key and the usage. */
    Map<String, AttributeValue> attributes(CallRecording recording) {
        var tree = rows.tree(recording);
        tree.remove(USAGE);
        recording.jobs().latest().ifPresent(_ -> JobForm.stored(tree.withObjectProperty(JOB)));
        var row = Attributes.row(tree);
        row.put(
                RecordingIndex.LISTING.key(),
                text(Months.partition(
                        recording.tenant(), Months.of(recording.id().ulid()))));
        index(row, recording, RecordingIndex.CALL, recording.details().call().map(Reference::id));
        index(
                row,
                recording,
                RecordingIndex.ASSISTANT,
                recording.details().assistant().map(Reference::id));
        var number = recording.details().phoneNumber();
        index(row, recording, RecordingIndex.PHONE_NUMBER, number.flatMap(PhoneNumber::number));
        index(row, recording, RecordingIndex.PHONE_NUMBER_ID, number.flatMap(PhoneNumber::id));
        recording
                .due()
                .ifPresent(due -> row.putAll(DueIndex.attributes(recording.id().toString(), due)));
        recording
                .lifecycle()
                .deletion()
                .ifPresent(
                        deletion -> row.put(TTL, Attributes.time(deletion.at().plus(TOMBSTONES_ROW_KEPT))));
        return row;
    }

    /** The attributes that a change removes where the new state lacks them: a tombstone was never downloaded. */
    List<String> optionalAttributes(CallRecording recording) {
        return recording.lifecycle().isDeleted()
                ? Stream.concat(optional.stream(), Stream.of(COUNT, ACCESSED)).toList()
                : optional;
    }

    CallRecording recording(Map<String, AttributeValue> row) {
        var tree = Attributes.tree(row);
        var usage = tree.putObject(USAGE);
        usage.set(COUNT, tree.path(COUNT).isNumber() ? tree.get(COUNT) : usage.numberNode(0));
        if (tree.has(ACCESSED)) {
            usage.set(ACCESSED, tree.get(ACCESSED));
        }
        if (tree.has(JOB)) {
            JobForm.read(tree.withObjectProperty(JOB));
        }
        return rows.value(tree, CallRecording.class);
    }

    private static void index(
            Map<String, AttributeValue> row, CallRecording recording, RecordingIndex index, Optional<String> value) {
        value.ifPresent(v -> row.put(index.key(), text(RecordingIndex.partition(recording.tenant(), v))));
    }
}
