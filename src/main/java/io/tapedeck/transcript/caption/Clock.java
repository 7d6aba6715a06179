package io.tapedeck.transcript.caption;

/** Times as hours, minutes and seconds. */
final class Clock {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Clock() {}

    /** Such as {@code 00:01:02}. */
    static String of(long milliseconds) {
        var text = new StringBuilder(8);
        append(text, milliseconds / HOUR, 2).append(':');
        append(text, milliseconds % HOUR / MINUTE, 2).append(':');
        return append(text, milliseconds % MINUTE / SECOND, 2).toString();
    }

    /** Such as {@code 00:01:02.345}. */
    static String of(long milliseconds, char point) {
        return append(new StringBuilder(of(milliseconds)).append(point), milliseconds % SECOND, 3)
                .toString();
    }

    private static StringBuilder append(StringBuilder text, long number, int digits) {
        var figures = Long.toString(number);
        return text.append("0".repeat(Math.max(0, digits - figures.length()))).append(figures);
    }
}
