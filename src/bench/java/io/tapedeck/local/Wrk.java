package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asks an address again and again for some seconds, over 64 connections at a time. */
record Wrk(String url, String key) {
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern P99 = Pattern.compile(" 99% +([0-9.]+)(us|ms|s)");

    /** Requests per second, and milliseconds of an answer at p99. */
    double[] figures() throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c64",
                        "-d4s",
                        "--timeout",
                        "30s",
                        "--latency",
                        "-H",
                        "Authorization: Bearer " + key,
                        url)
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContain("Non-2xx", "Socket errors");
        var p99 = find(P99, said);
        return new double[] {
            Double.parseDouble(find(RATE, said).group(1)), Double.parseDouble(p99.group(1)) * milliseconds(p99.group(2))
        };
    }

    private static double milliseconds(String unit) {
        return switch (unit) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            default -> 1e3;
        };
    }

    private static MatchResult find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError(text));
    }
}
