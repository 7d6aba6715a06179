package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioProcessingException;
import io.tapedeck.recording.Loudness;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The filters that measure loudness while the sound passes through, and what they log at their end.
 *
 * <p>ebur128 could find the true peak too, but resamples to 192 kHz for it, which for a telephone call costs five times
 * what all else does. ITU-R BS.1770 asks for four times the sample rate; eight times reads a peak 0.17 dB too low at most.
 * In floating point, for a true peak may be over full scale.
 */
final class LoudnessFilters {
    private static final String FILTERS = "asplit[sound][peaks];"
            + "[peaks]aresample=%d:osf=fltp,astats=measure_perchannel=none:measure_overall=Peak_level,anullsink;"
            + "[sound]ebur128=framelog=verbose";
    private static final int OVERSAMPLING = 8;
    private static final int HIGHEST_RATE = 192_000;

    private static final String NUMBER = "(-?inf|nan|-?[0-9.]+)";
    private static final Pattern SUMMARY =
            Pattern.compile("\\sI:\\s+" + NUMBER + " LUFS.*?\\sLRA:\\s+" + NUMBER + " LU\\s", Pattern.DOTALL);
    private static final Pattern PEAK = Pattern.compile("Peak level dB: " + NUMBER);

    private LoudnessFilters() {}

    /**
     * What ffmpeg is told. The sound comes out as it went in.
     *
     * @param sampleRate Hz
     */
    static String of(int sampleRate) {
        return FILTERS.formatted(Math.min(OVERSAMPLING * sampleRate, HIGHEST_RATE));
    }

    /**
     * Reads the last summaries of the log: there is one for each time that a filter was set up, before the first sound and
     * where the sound changes its form, and the file's own tags come earlier still.
     */
    static Loudness read(String log) {
        var summary = SUMMARY.matcher(log.substring(Math.max(0, log.lastIndexOf("] Summary:"))));
        var peak = PEAK.matcher(log.substring(Math.max(0, log.lastIndexOf("] Peak level dB:"))));
        if (!summary.find() || !peak.find()) {
            throw new AudioProcessingException("ffmpeg measured no loudness");
        }
        return new Loudness(
                number(summary.group(1)).orElse(-70.0),
                number(summary.group(2)).orElse(0.0),
                number(peak.group(1)).map(decibel -> Math.round(decibel * 10) / 10.0));
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?[0-9.]+") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
