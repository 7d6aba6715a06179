package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Page;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Lists recordings, newest first, by the index that narrows most; the rest of the query filters. A list by nothing goes
 * through the tenant's months.
 */
final class RecordingList {
    private static final int MAX_QUERIES = 10;
    private static final int READ_WHEN_FILTERED = 300;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private final Table table;
    private final Months months;
    private final RecordingRows rows;

    RecordingList(Table table, Months months, RecordingRows rows) {
        this.table = table;
        this.months = months;
        this.rows = rows;
    }

    /**
     * A page. It may hold less than was asked for and still have a next one: a page makes 10 queries at most.
     *
     * @throws IllegalArgumentException if the query's position is none
     */
    Page<CallRecording> page(RecordingQuery query, Instant now) {
        var range = IdRange.of(query);
        if (range.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return conditions(query).stream()
                .findFirst()
                .map(narrowest -> page(query, narrowest, range, now))
                .orElseGet(() -> page(query, listing(query, range), range, now));
    }

    private Page<CallRecording> page(RecordingQuery query, Condition narrowest, IdRange range, Instant now) {
        var pages = narrowest.indexes().stream()
                .map(index -> page(query, List.of(narrowest.partition(query, index)), range, now))
                .toList();
        return pages.size() == 1 ? pages.getFirst() : MergedPages.of(pages, query.limit());
    }

    private Page<CallRecording> page(RecordingQuery query, List<Partition> partitions, IdRange whole, Instant now) {
        var range = whole;
        var found = new ArrayList<CallRecording>();
        int queries = 0;
        for (var partition : partitions) {
            QueryResponse answer;
            do {
                if (queries++ == MAX_QUERIES) {
                    return new Page<>(found, Optional.of(range.position()));
                }
                answer = read(query, partition, range, now);
                for (var row : answer.items()) {
                    if (found.size() == query.limit()) {
                        return new Page<>(
                                found, Optional.of(found.getLast().id().toString()));
                    }
                    found.add(rows.recording(row));
                }
                range = range.before(end(answer, partition));
            } while (answer.hasLastEvaluatedKey() && !range.isEmpty());
        }
        return new Page<>(found, Optional.empty());
    }

    private QueryResponse read(RecordingQuery query, Partition partition, IdRange range, Instant now) {
        var filter = filter(query, now);
        return table.client()
                .query(table.query()
                        .indexName(partition.index().index())
                        .keyConditionExpression("#partition = :partition AND #id BETWEEN :first AND :last")
                        .filterExpression(filter.expression())
                        .expressionAttributeNames(filter.names(
                                Map.of("#partition", partition.index().key(), "#id", "id")))
                        .expressionAttributeValues(filter.values(Map.of(
                                ":partition", text(partition.value()),
                                ":first", text(new RecordingId(range.first())),
                                ":last", text(new RecordingId(range.last())))))
                        .scanIndexForward(false)
                        .limit(isFiltered(query) ? READ_WHEN_FILTERED : query.limit() + 1)
                        .build());
    }

    private static Ulid end(QueryResponse answer, Partition partition) {
        return answer.hasLastEvaluatedKey()
                ? RecordingId.parse(answer.lastEvaluatedKey().get("id").s())
                        .orElseThrow()
                        .ulid()
                : partition.start();
    }

    private List<Partition> listing(RecordingQuery query, IdRange range) {
        return months.within(query.tenant(), range).stream()
                .map(month -> new Partition(
                        RecordingIndex.LISTING, Months.partition(query.tenant(), month), Months.first(month)))
                .toList();
    }

    /** What the query names, the narrowest first. */
    private static List<Condition> conditions(RecordingQuery query) {
        return Stream.of(
                        query.call().map(id -> new Condition(List.of(RecordingIndex.CALL), id)),
                        query.phoneNumber().map(RecordingList::phoneNumber),
                        query.assistant().map(id -> new Condition(List.of(RecordingIndex.ASSISTANT), id)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** An id may look like a number, but no number looks otherwise. */
    private static Condition phoneNumber(String text) {
        return new Condition(
                E164.matcher(text).matches()
                        ? List.of(RecordingIndex.PHONE_NUMBER, RecordingIndex.PHONE_NUMBER_ID)
                        : List.of(RecordingIndex.PHONE_NUMBER_ID),
                text);
    }

    private static Filter filter(RecordingQuery query, Instant now) {
        var filter = new Filter().absentOrGreater("deletion.at", Attributes.time(now.minus(Deletion.TOMBSTONE_KEPT)));
        query.status()
                .ifPresentOrElse(
                        status -> filter.equal("status", text(status)),
                        () -> filter.notEqual("status", text(Status.DELETED)));
        query.tags().forEach(tag -> filter.contains("details.tags", text(tag)));
        conditions(query).stream()
                .skip(1)
                .forEach(other -> filter.anyEqual(
                        other.indexes().stream().map(RecordingIndex::key).toList(),
                        text(RecordingIndex.partition(query.tenant(), other.value()))));
        return filter;
    }

    private static boolean isFiltered(RecordingQuery query) {
        return query.status().isPresent()
                || !query.tags().isEmpty()
                || conditions(query).size() > 1;
    }

    /**
     * That a recording has a value.
     *
     * @param indexes any of them may have it
     */
    private record Condition(List<RecordingIndex> indexes, String value) {
        Partition partition(RecordingQuery query, RecordingIndex index) {
            return new Partition(index, RecordingIndex.partition(query.tenant(), value), Ulid.first(Instant.EPOCH));
        }
    }

    /**
     * A part of an index.
     *
     * @param start no id in it is smaller
     */
    private record Partition(RecordingIndex index, String value, Ulid start) {}
}
