package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.process.Tool;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filters that measure loudness by EBU R 128 while sound passes through, and what they log at their end.
 *
 * <p>ebur128 could find the true peak too, but resamples to 192 kHz for it, which for a telephone call costs five times
 * what all else does. ITU-R BS.1770 asks for four times the sample rate; eight times reads a peak 0.17 dB too low at most.
 * In floating point, for a true peak may be over full scale.
 *
 * @param name tells the filters apart from others of the same graph
 * @param sampleRate Hz
 */
record LoudnessFilters(String name, int sampleRate) {
    private static final String FILTERS = "asplit[%1$ssound][%1$speaks];"
            + "[%1$speaks]aresample=%2$d:osf=fltp,astats@%1$s=measure_perchannel=none:measure_overall=Peak_level,anullsink;"
            + "[%1$ssound]ebur128@%1$s=framelog=verbose";
    private static final int OVERSAMPLING = 8;
    private static final int HIGHEST_RATE = 192_000;

    private static final String NUMBER = "(-?(?:inf|nan|[0-9.]+))";
    private static final String SUMMARY =
            "\\[ebur128@%s @ [^]]*\\] Summary:.*?\\sI:\\s+" + NUMBER + " LUFS.*?\\sLRA:\\s+" + NUMBER + " LU\\s";
    private static final String PEAK = "\\[astats@%s @ [^]]*\\] Peak level dB: " + NUMBER;

    /** What ffmpeg is told, between where the sound comes from and where it goes, as it came. */
    String chain() {
        return FILTERS.formatted(name, Math.min(OVERSAMPLING * sampleRate, HIGHEST_RATE));
    }

    /** What the filters said last: they speak each time that they were set up, at their end. */
    Loudness read(String log) {
        var summary = last(SUMMARY, log);
        return new Loudness(
                number(summary.group(1)).orElse(-70.0),
                number(summary.group(2)).orElse(0.0),
                number(last(PEAK, log).group(1)).map(decibel -> Math.round(decibel * 10) / 10.0));
    }

    /** Whether they were set up anew on the way, since the sound changed its form; what was measured is of the end alone. */
    boolean wasInterrupted(Tool.Exit exit) {
        return exit.says("Error reinitializing filters")
                || results(PEAK, exit.log()).count() > 1;
    }

    private MatchResult last(String pattern, String log) {
        return results(pattern, log)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AudioProcessingException("ffmpeg measured no loudness"));
    }

    private Stream<MatchResult> results(String pattern, String log) {
        return Pattern.compile(pattern.formatted(name), Pattern.DOTALL)
                .matcher(log)
                .results();
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?[0-9.]+") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }
}
