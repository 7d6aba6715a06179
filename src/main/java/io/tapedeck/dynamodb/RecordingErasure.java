package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.EventData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Removes what is personal from the rows of a deleted recording: its versions, jobs, shares and openings altogether, of its
 * events the data. That something happened, when, and by whom, stays, and for a while the hashes of tokens: who has a link is told that
 * the recording has been deleted.
 */
final class RecordingErasure {
    private static final List<String> GONE = List.of(Keys.VERSIONS, Keys.JOBS, Keys.OPENINGS, Keys.SHARES);

    private final Table table;
    private final Batches batches;
    private final EventData events;

    RecordingErasure(Table table, EventData events) {
        this.table = table;
        this.batches = new Batches(table);
        this.events = events;
    }

    /** Does what is left to do; to be interrupted and made again does no harm. */
    void erase(TenantId tenant, RecordingId recording) {
        var pages = table.client()
                .queryPaginator(table.query()
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(Keys.partition(tenant, recording))))
                        .build());
        for (var page : pages) {
            batches.write(page.items().stream()
                    .map(this::erased)
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    private Optional<WriteRequest> erased(Map<String, AttributeValue> row) {
        var sort = row.get("sk").s();
        if (GONE.stream().anyMatch(sort::startsWith)) {
            return Optional.of(Batches.deletion(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
        }
        return sort.startsWith(Keys.EVENTS) ? replacement(row) : Optional.empty();
    }

    private Optional<WriteRequest> replacement(Map<String, AttributeValue> event) {
        var data = text(events.impersonal(event.get(EventRows.DATA).s()));
        if (data.equals(event.get(EventRows.DATA))) {
            return Optional.empty();
        }
        var row = new HashMap<>(event);
        row.put(EventRows.DATA, data);
        return Optional.of(Batches.put(row));
    }
}
