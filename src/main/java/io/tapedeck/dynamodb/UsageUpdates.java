package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;
import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes to a recording that its audio was handed out, whatever else changes it meanwhile, unless it has been deleted. */
final class UsageUpdates {
    private final Table table;

    UsageUpdates(Table table) {
        this.table = table;
    }

    /** That it was downloaded. */
    TransactWriteItem counting(CallRecording recording, Instant now) {
        return update(recording, "SET lastAccessed = :now ADD downloadCount :one", Map.of(":one", number(1)), now);
    }

    /** That it was handed out once more as part of the same download. */
    TransactWriteItem notCounting(CallRecording recording, Instant now) {
        return update(recording, "SET lastAccessed = :now", Map.of(), now);
    }

    private TransactWriteItem update(
            CallRecording recording, String expression, Map<String, AttributeValue> values, Instant now) {
        var all = new HashMap<>(values);
        all.put(":now", time(now));
        all.put(":deleted", text(Status.DELETED));
        var update = Update.builder()
                .tableName(table.name())
                .key(Keys.recording(recording.tenant(), recording.id()))
                .updateExpression(expression)
                .conditionExpression("attribute_exists(pk) AND #status <> :deleted")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(all)
                .build();
        return TransactWriteItem.builder().update(update).build();
    }
}
