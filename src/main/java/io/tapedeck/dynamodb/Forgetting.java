package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingId;
import io.tapedeck.recording.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Removes what is personal from the rows of a deleted recording: its versions and jobs altogether, of its events the
 * data. That something happened, when, and by whom, stays.
 */
final class Forgetting {
    private static final Set<String> IMPERSONAL = Set.of(EventName.DELETED.type(), EventName.AUTO_DELETED.type());

    private final Table table;
    private final Batches batches;

    Forgetting(Table table) {
        this.table = table;
        this.batches = new Batches(table);
    }

    /** Does what is left to do; to be interrupted and made again does no harm. */
    void forget(TenantId tenant, RecordingId recording) {
        var empty = text("{\"recording\":{\"id\":\"" + recording + "\"}}");
        var pages = table.client()
                .queryPaginator(table.query()
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(Keys.partition(tenant, recording))))
                        .build());
        for (var page : pages) {
            batches.write(page.items().stream()
                    .map(row -> forgotten(row, empty))
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    private static Optional<WriteRequest> forgotten(Map<String, AttributeValue> row, AttributeValue empty) {
        var sort = row.get("sk").s();
        if (sort.startsWith(Keys.VERSIONS) || sort.startsWith(Keys.JOBS)) {
            return Optional.of(Batches.deletion(Map.of("pk", row.get("pk"), "sk", row.get("sk"))));
        }
        return sort.startsWith(Keys.EVENTS) && isPersonal(row, empty)
                ? Optional.of(Batches.put(with(row, empty)))
                : Optional.empty();
    }

    private static boolean isPersonal(Map<String, AttributeValue> event, AttributeValue empty) {
        return !IMPERSONAL.contains(event.get(EventRows.TYPE).s())
                && !event.get(EventRows.DATA).equals(empty);
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> event, AttributeValue data) {
        var row = new HashMap<>(event);
        row.put(EventRows.DATA, data);
        return row;
    }
}
