package io.tapedeck.ffmpeg.make;

/**
 * The tone that stands for what was taken out: a sine of 1 kHz at -20 dBFS, which swells and fades within 5 ms, or within half
 * of a span that is shorter than both.
 *
 * @param sampleRate Hz
 */
record Beep(int sampleRate) {
    static final double AMPLITUDE = 0.1;
    private static final double HERTZ = 1000;
    private static final double RAMP = 0.005;

    /** A sample of it, where full scale is 1. */
    double at(Span span, long position) {
        return AMPLITUDE * sine(span, position);
    }

    /** The same at full scale. */
    double sine(Span span, long position) {
        return swell(span, position) * Math.sin(phase(span, position));
    }

    /** A quarter of a period ahead of that. */
    double cosine(Span span, long position) {
        return swell(span, position) * Math.cos(phase(span, position));
    }

    private double phase(Span span, long position) {
        return 2 * Math.PI * HERTZ * (position - span.start()) / sampleRate;
    }

    private double swell(Span span, long position) {
        var ramp = Math.min(RAMP * sampleRate, (span.end() - span.start()) / 2.0);
        var inside = Math.min(position - span.start(), span.end() - 1 - position) + 0.5;
        return Math.clamp(inside / ramp, 0, 1);
    }
}
