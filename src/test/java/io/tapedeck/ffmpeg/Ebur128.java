package io.tapedeck.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Loudness of a file by the plain ffmpeg command.
 *
 * @param integrated LUFS
 * @param truePeak dBTP
 */
record Ebur128(double integrated, double truePeak) {
    private static final Pattern INTEGRATED = Pattern.compile("I: +(\\S+) LUFS");
    private static final Pattern PEAK = Pattern.compile("Peak: +(\\S+) dBFS");

    /** Of all channels together. */
    static Ebur128 of(Path file) {
        return measured(file, "anull");
    }

    /** Of one channel as if it were alone. */
    static Ebur128 of(Path file, int channel) {
        return measured(file, "pan=mono|c0=c" + channel);
    }

    private static Ebur128 measured(Path file, String filter) {
        var filters = filter + ",ebur128=peak=true:framelog=verbose";
        try {
            var process = new ProcessBuilder(
                            "ffmpeg", "-nostdin", "-i", file.toString(), "-af", filters, "-f", "null", "-")
                    .redirectErrorStream(true)
                    .start();
            var log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var summary = log.substring(log.lastIndexOf("Summary"));
            return new Ebur128(number(INTEGRATED, summary), number(PEAK, summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no loudness: " + text);
        }
        return Double.parseDouble(found.group(1));
    }
}
