package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index of what the clock must touch: by the hour, in 16 shards, in the order of time. */
final class DueIndex {
    static final String NAME = "due";
    static final String PARTITION = "dueKey";
    static final String TIME = "dueAt";

    private static final int SHARDS = 16;
    private static final long HOUR = 3600;
    private static final long LAST_SECOND = 9_999_999_999L;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH");

    private DueIndex() {}

    /**
     * Where something is in the index. What came due in an earlier hour lies in the present one, so that whoever reads
     * hour by hour has it still ahead. After the year 2286 nothing comes due.
     *
     * @param due seconds since 1970
     * @param now seconds since 1970
     */
    static Map<String, AttributeValue> attributes(String id, long due, long now) {
        if (due > LAST_SECOND) {
            return Map.of();
        }
        var key = partition(Math.max(hour(due), hour(now)), Math.floorMod(id.hashCode(), SHARDS));
        return Map.of(PARTITION, text(key), TIME, text(time(Math.max(due, 0)) + "#" + id));
    }

    /** The partitions of an hour. */
    static List<String> partitions(long hour) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> partition(hour, shard))
                .toList();
    }

    /** What the times of all that came due before the given second are smaller than. */
    static String time(long second) {
        return "%010d".formatted(second);
    }

    /** The hour, since 1970, of a second. */
    static long hour(long second) {
        return Math.floorDiv(second, HOUR);
    }

    private static String partition(long hour, int shard) {
        var start = LocalDateTime.ofEpochSecond(hour * HOUR, 0, ZoneOffset.UTC);
        return "due#" + FORM.format(start) + "#" + shard;
    }
}
