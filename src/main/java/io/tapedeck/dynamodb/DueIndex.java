package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index of what the clock must touch: a few shards, each in the order of time. */
final class DueIndex {
    static final String NAME = "due";
    static final String PARTITION = "dueKey";
    static final String TIME = "dueAt";

    /** Each takes a thousand writes a second. More may be added, for all are read, but none taken away. */
    private static final int SHARDS = 8;

    private static final Instant LAST = Instant.ofEpochSecond(9_999_999_999L);

    private DueIndex() {}

    /** Where something is in the index. After the year 2286 nothing comes due. */
    static Map<String, AttributeValue> attributes(String id, Instant due) {
        if (due.isAfter(LAST)) {
            return Map.of();
        }
        var key = partition(Math.floorMod(id.hashCode(), SHARDS));
        return Map.of(
                PARTITION, text(key), TIME, text(time(due.isBefore(Instant.EPOCH) ? Instant.EPOCH : due) + "#" + id));
    }

    static List<String> partitions() {
        return IntStream.range(0, SHARDS).mapToObj(DueIndex::partition).toList();
    }

    /** What the times of all that came due before the given second are smaller than. */
    static String time(Instant second) {
        return "%010d".formatted(second.getEpochSecond());
    }

    /** When it came due, by its time in the index. */
    static Instant second(String time) {
        return Instant.ofEpochSecond(Long.parseLong(time.substring(0, time.indexOf('#'))));
    }

    private static String partition(int shard) {
        return "due#" + shard;
    }
}
