package io.tapedeck.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads when a service wants to be asked again. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetryAfter() {}

    /** From now on; empty where it does not say, or says it by a date. */
    public static Optional<Duration> of(SdkHttpResponse response) {
        return response.firstMatchingHeader("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
