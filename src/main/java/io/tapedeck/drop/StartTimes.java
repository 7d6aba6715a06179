package io.tapedeck.drop;

import io.tapedeck.id.Seconds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads when a call began, in UTC. */
final class StartTimes {
    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}|[0-9]{13}");
    private static final Pattern DATE_TIME =
            Pattern.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})[T_-]?([0-9]{2})[:-]?([0-9]{2})"
                    + "(?:[:-]?([0-9]{2})(?:[.][0-9]{1,9})?)?Z?");
    private static final int SECONDS = 10;

    private StartTimes() {}

    /** Seconds or milliseconds since 1970, or date and time to the minute or the second, with or without separators. */
    static Optional<Instant> of(String text) {
        if (EPOCH.matcher(text).matches()) {
            var number = Long.parseLong(text);
            return Optional.of(Seconds.of(
                    text.length() == SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number)));
        }
        var match = DATE_TIME.matcher(text);
        return match.matches()
                ? time(match.group(1), match.group(2), match.group(3), match.group(4), match.group(5), match.group(6))
                : Optional.empty();
    }

    /** A time whose parts stand apart; they are digits. */
    static Optional<Instant> of(Map<DropField, String> parts) {
        return time(
                parts.get(DropField.YEAR),
                parts.get(DropField.MONTH),
                parts.get(DropField.DAY),
                parts.get(DropField.HOUR),
                parts.get(DropField.MINUTE),
                parts.get(DropField.SECOND));
    }

    private static Optional<Instant> time(
            String year, String month, String day, String hour, String minute, String second) {
        try {
            return Optional.of(LocalDateTime.of(
                                    Integer.parseInt(year),
                                    Integer.parseInt(month),
                                    Integer.parseInt(day),
                                    Integer.parseInt(hour),
                                    Integer.parseInt(minute),
                                    second == null ? 0 : Integer.parseInt(second))
                            .toInstant(ZoneOffset.UTC))
                    .filter(time -> !time.isBefore(Instant.EPOCH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
