package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.json.EventData;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.EventStore.LoggedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Events as rows, in the terms of CloudEvents. The table's stream carries them out as they are written. */
final class EventRows {
    static final String DATA = "data";
    static final String TYPE = "type";

    private static final String SOURCE = "tapedeck";
    static final Duration KEPT = Duration.ofDays(400);

    private final EventData data;

    EventRows(EventData data) {
        this.data = data;
    }

    /**
     * The row of an event.
     *
     * @param after the recording as it is after it
     */
    Map<String, AttributeValue> row(Event event, CallRecording after) {
        var moment = event.id().time();
        var row = new HashMap<>(Keys.event(after.tenant(), after.id(), event.id()));
        row.put("specversion", text("1.0"));
        row.put("id", text(event.id()));
        row.put("source", text(SOURCE));
        row.put(TYPE, text(event.name().type()));
        row.put("time", text(moment));
        row.put("subject", text(after.id()));
        row.put("tenant", text(after.tenant()));
        row.put("sequence", text(event.id()));
        row.put("actor", text(event.actor()));
        row.put(DATA, text(data.of(event, after)));
        row.put(RecordingRows.TTL, Attributes.time(moment.plus(KEPT)));
        return row;
    }

    /** Writes the row of an event that is not there yet. */
    TransactWriteItem put(Table table, Event event, CallRecording after) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(row(event, after))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    static LoggedEvent event(Map<String, AttributeValue> row) {
        return new LoggedEvent(
                row.get("id").s(),
                row.get("source").s(),
                row.get(TYPE).s(),
                row.get("time").s(),
                row.get("subject").s(),
                row.get("tenant").s(),
                row.get("sequence").s(),
                row.get("actor").s(),
                row.get(DATA).s());
    }
}
