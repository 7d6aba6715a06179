package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.CallRecording;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The months in which a tenant has recordings. Each is a partition of the listing. */
final class Months {
    private final Table table;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Months(Table table) {
        this.table = table;
    }

    /** The month that something was made in; no later than December 9999, so that months sort as text. */
    static YearMonth of(Ulid id) {
        var moment = id.time().isBefore(Seconds.LAST) ? id.time() : Seconds.LAST;
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** The smallest id of a month. */
    static Ulid first(YearMonth month) {
        return Ulid.first(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static String partition(TenantId tenant, YearMonth month) {
        return RecordingIndex.LISTING.partition(tenant, month.toString());
    }

    /**
     * Makes sure that a recording which is about to be written will be found by its month. Costs something only for the first
     * one of a tenant and month.
     */
    void enter(CallRecording recording) {
        var month = of(recording.id().ulid());
        if (!known.contains(partition(recording.tenant(), month))) {
            table.client()
                    .putItem(table.put(Keys.key(Keys.months(recording.tenant()), month.toString()))
                            .build());
            known.add(partition(recording.tenant(), month));
        }
    }

    /** The months in which a tenant has recordings in a range of ids, latest first. */
    List<YearMonth> within(TenantId tenant, IdRange range) {
        var values = Map.of(
                ":pk", text(Keys.months(tenant)), ":first", text(of(range.first())), ":last", text(of(range.last())));
        return table
                .all(table.query()
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .build())
                .stream()
                .map(row -> YearMonth.parse(row.get("sk").s()))
                .toList();
    }
}
