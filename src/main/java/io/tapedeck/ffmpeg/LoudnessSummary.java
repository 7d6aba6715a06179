package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioProcessingException;
import io.tapedeck.recording.Loudness;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the summary that ffmpeg's ebur128 filter logs at its end. */
final class LoudnessSummary {
    private static final String NUMBER = "(-?inf|nan|-?[0-9.]+)";
    private static final Pattern SUMMARY = Pattern.compile(
            "\\sI:\\s+" + NUMBER + " LUFS.*?\\sLRA:\\s+" + NUMBER + " LU\\s.*?\\sPeak:\\s+" + NUMBER + " dBFS",
            Pattern.DOTALL);

    private LoudnessSummary() {}

    /**
     * The last summary of the log: there is one for each time that the filter was set up, before the first sound and
     * where the sound changes its form, and the file's own tags come earlier still.
     */
    static Loudness of(String log) {
        return from(log, log.lastIndexOf("] Summary:"));
    }

    /**
     * The same of one filter of several.
     *
     * @param filter as ffmpeg names it
     */
    static Loudness of(String log, String filter) {
        return from(log, log.lastIndexOf("[" + filter + " @ "));
    }

    private static Loudness from(String log, int start) {
        var summary = SUMMARY.matcher(log.substring(Math.max(0, start)));
        if (!summary.find()) {
            throw new AudioProcessingException("ffmpeg measured no loudness");
        }
        return new Loudness(
                number(summary.group(1)).orElse(-70.0), number(summary.group(2)).orElse(0.0), number(summary.group(3)));
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?[0-9.]+") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
