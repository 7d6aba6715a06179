package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;

import java.util.Map;

/** The first hour that may hold something due. */
final class Watermark {
    private static final String HOUR = "hour";
    private static final Map<String, String> NAMES = Map.of("#hour", HOUR);

    private final Table table;

    Watermark(Table table) {
        this.table = table;
    }

    /**
     * Where it stands. It is laid at the given hour if there is none, which is before anything can be due.
     *
     * @param hour hours since 1970
     */
    long lay(long hour) {
        var answer = table.client()
                .updateItem(table.update(Keys.watermark())
                        .updateExpression("SET #hour = if_not_exists(#hour, :hour)")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(Map.of(":hour", number(hour)))
                        .returnValues("ALL_NEW")
                        .build());
        return Long.parseLong(answer.attributes().get(HOUR).n());
    }

    /** Moves it on to the given hour, unless it is further. */
    void advance(long hour) {
        table.holds(table.update(Keys.watermark())
                .updateExpression("SET #hour = :hour")
                .conditionExpression("attribute_not_exists(#hour) OR #hour < :hour")
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(Map.of(":hour", number(hour)))
                .build());
    }
}
