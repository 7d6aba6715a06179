package io.tapedeck.ffmpeg.make;

/** What a channel holds in a short while, outside of spans and, beside a tone, inside. */
final class ChannelResidue {
    /** Of the equations for the tone: below, there are too few samples to tell it from anything else. */
    private static final double SOLVABLE = 1e-9;

    private final boolean tones;
    private final Beep beep;
    private int heard;
    private int masked;
    private double power;
    private double maskedPower;
    private double sine;
    private double cosine;
    private double sineSine;
    private double sineCosine;
    private double cosineCosine;

    ChannelResidue(boolean tones, Beep beep) {
        this.tones = tones;
        this.beep = beep;
    }

    /** Takes any sample in. */
    void hear(double sample) {
        heard++;
        power += sample * sample;
    }

    /** Takes one in that was heard and lies in a span. */
    void mask(Span span, long position, double sample) {
        masked++;
        maskedPower += sample * sample;
        if (tones) {
            var s = beep.sine(span, position);
            var c = beep.cosine(span, position);
            sine += s * sample;
            cosine += c * sample;
            sineSine += s * s;
            sineCosine += s * c;
            cosineCosine += c * c;
        }
    }

    /** The mean power of a sample outside of spans. */
    double kept() {
        return heard == masked ? 0 : Math.max(0, power - maskedPower) / (heard - masked);
    }

    /** The power of all samples in spans, without the tone that is nearest to them, however loud and in whatever phase. */
    double left() {
        var determinant = sineSine * cosineCosine - sineCosine * sineCosine;
        if (determinant < SOLVABLE) {
            return maskedPower;
        }
        var s = (sine * cosineCosine - cosine * sineCosine) / determinant;
        var c = (cosine * sineSine - sine * sineCosine) / determinant;
        return Math.max(0, maskedPower - s * sine - c * cosine);
    }
}
