package io.tapedeck.page;

/**
 * How long what is played takes, in seconds; times in it are written like it.
 */
record Length(double seconds) {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** All of it. */
    String text() {
        return text(seconds);
    }

    /** A time in it, {@code 2:03}, or {@code 0:02:03} where there are hours. */
    String text(double at) {
        var whole = (long) Math.floor(at);
        var minutes = whole % HOUR / MINUTE;
        return seconds < HOUR
                ? "%d:%02d".formatted(minutes, whole % MINUTE)
                : "%d:%02d:%02d".formatted(whole / HOUR, minutes, whole % MINUTE);
    }
}
