package io.tapedeck.ffmpeg.analysis;

/** The plainest way to tell speech: what is louder than a level. */
final class EnergyGate {
    private static final int FRAME = Heard.RATE / 50;

    private EnergyGate() {}

    /** Seconds of frames over a level in dBFS, and of the gaps between them that are up to so long. */
    static double seconds(double[] sound, double level, double longestGap) {
        var frames = 0;
        var last = -1;
        for (int i = 0; (i + 1) * FRAME <= sound.length; i++) {
            if (10 * Math.log10(power(sound, i * FRAME) + 1e-12) > level) {
                var isGap = last >= 0 && (i - last - 1) * FRAME <= longestGap * Heard.RATE;
                frames += isGap ? i - last : 1;
                last = i;
            }
        }
        return frames * FRAME / (double) Heard.RATE;
    }

    private static double power(double[] sound, int from) {
        var sum = 0.0;
        for (int i = from; i < from + FRAME; i++) {
            sum += sound[i] * sound[i];
        }
        return sum / FRAME;
    }
}
