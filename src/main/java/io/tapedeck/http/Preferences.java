package io.tapedeck.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller would like, but can do without.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240, Prefer Header for HTTP</a>
 */
public final class Preferences {
    /** How long an answer is put off at most. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private static final Pattern WAIT = Pattern.compile("(?i)wait(?![^\\s=;])(.*)");
    private static final Pattern SECONDS = Pattern.compile("\\s*=\\s*(\"?)([0-9]++)\\1\\s*(;.*)?");
    private static final int MOST_DIGITS = 9;

    private Preferences() {}

    /** How long the caller would like to wait for a result; empty for one who would not, or does not say it well. */
    public static Optional<Duration> patience(Request request) {
        return request.header("prefer").map(Preferences::split).stream()
                .flatMap(List::stream)
                .map(preference -> WAIT.matcher(preference.strip()))
                .filter(Matcher::matches)
                // of a preference that is stated twice only the first counts
                .findFirst()
                .map(wait -> SECONDS.matcher(wait.group(1)))
                .filter(Matcher::matches)
                .map(seconds -> atMost(seconds.group(2)));
    }

    private static Duration atMost(String digits) {
        var asked = digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /** At the commas, but not at those inside of quotes. */
    private static List<String> split(String header) {
        var parts = new ArrayList<String>();
        var isQuoted = false;
        var start = 0;
        for (int i = 0; i < header.length(); i++) {
            switch (header.charAt(i)) {
                case '"' -> isQuoted = !isQuoted;
                case '\\' -> i += isQuoted ? 1 : 0;
                case ',' -> {
                    if (!isQuoted) {
                        parts.add(header.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(header.substring(start));
        return parts;
    }
}
