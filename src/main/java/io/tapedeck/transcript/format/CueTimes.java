package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * When a caption is shown.
 *
 * @param start seconds
 * @param end seconds
 */
record CueTimes(double start, double end) {
    private static final String TIME = "(?:(\\d{1,4}):)?([0-5]?\\d):([0-5]?\\d)[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
    private static final Pattern ONE_TIME = Pattern.compile(TIME);
    private static final String ARROW = "-->";
    private static final int GROUPS = 4;
    private static final double THOUSANDTHS = 1000;

    /** Whether a line is meant to say when. */
    static boolean isIn(String line) {
        return line.contains(ARROW);
    }

    /**
     * Of a line.
     *
     * @param example how it is right
     * @throws ProblemException invalid-request if it says no times
     */
    static CueTimes of(String line, String place, String example) {
        var times = TIMES.matcher(line);
        if (!times.matches()) {
            throw ProblemException.invalid(place, "must be the times of a caption, such as " + example);
        }
        return new CueTimes(seconds(times, 1), seconds(times, 1 + GROUPS));
    }

    /** Seconds of a text that is a time; NaN if it is none. */
    static double seconds(String text) {
        var time = ONE_TIME.matcher(text);
        return time.matches() ? seconds(time, 1) : Double.NaN;
    }

    private static double seconds(MatchResult times, int group) {
        var hours = times.group(group) == null ? 0 : Integer.parseInt(times.group(group));
        var minutes = Integer.parseInt(times.group(group + 1));
        var fraction = (times.group(group + 3) + "00").substring(0, 3);
        return hours * 3600
                + minutes * 60
                + Integer.parseInt(times.group(group + 2))
                + Integer.parseInt(fraction) / THOUSANDTHS;
    }
}
