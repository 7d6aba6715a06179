package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** Lists what happened to a recording. The position of a page is the id of the event before it. */
public final class DynamoEventStore implements EventStore {
    private final Table table;
    private final Clock clock;

    public DynamoEventStore(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the position is none
     */
    @Override
    public Page<LoggedEvent> events(TenantId tenant, RecordingId recording, Optional<String> after, int limit) {
        var now = Seconds.now(clock);
        var events = query(Keys.partition(tenant, recording), start(after), limit, now).items().stream()
                .map(EventRows::event);
        return Pages.of(events, limit, LoggedEvent::id);
    }

    private QueryIterable query(String partition, String start, int limit, Instant now) {
        return table.client()
                .queryPaginator(table.query()
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :start AND :end")
                        .filterExpression("#ttl > :now")
                        .expressionAttributeNames(Map.of("#ttl", RecordingRows.TTL))
                        .expressionAttributeValues(Map.of(
                                ":pk", text(partition),
                                ":start", text(start),
                                ":end", text(Keys.EVENTS + "~"),
                                ":now", Attributes.time(now)))
                        .limit(limit + 1)
                        .build());
    }

    private static String start(Optional<String> after) {
        return after.map(position -> Keys.EVENTS + ulid(position).next()).orElse(Keys.EVENTS);
    }

    private static Ulid ulid(String position) {
        return Ulid.parse(position).orElseThrow(() -> new IllegalArgumentException("no position in a list of events"));
    }
}
