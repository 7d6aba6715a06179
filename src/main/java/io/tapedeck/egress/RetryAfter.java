package io.tapedeck.egress;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** How long a source asks to be left alone, in seconds or until a moment of its own clock. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** Empty where it says nothing, or nothing that can be read. */
    public static Optional<Duration> of(HttpResponse response) {
        return header(response, HttpHeaders.RETRY_AFTER)
                .flatMap(value -> SECONDS.matcher(value).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : between(header(response, HttpHeaders.DATE), value));
    }

    private static Optional<Duration> between(Optional<String> now, String then) {
        return now.flatMap(RetryAfter::moment)
                .flatMap(start -> moment(then).map(end -> Duration.between(start, end)))
                .filter(Duration::isPositive);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(header -> header.getValue().strip());
    }
}
