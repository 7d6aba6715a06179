package io.tapedeck.ffmpeg;

/** How alike two channels are: Pearson's coefficient of their samples, blind to offset and gain. */
final class Correlation {
    private double count;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    /**
     * Takes samples in.
     *
     * @param pcm of two channels in turn
     * @param frames samples of each channel; few enough for sums of squares to fit 63 bits
     */
    void accept(short[] pcm, int frames) {
        long sumX = 0;
        long sumY = 0;
        long sumXx = 0;
        long sumYy = 0;
        long sumXy = 0;
        for (int i = 0; i < 2 * frames; i += 2) {
            int left = pcm[i];
            int right = pcm[i + 1];
            sumX += left;
            sumY += right;
            sumXx += (long) left * left;
            sumYy += (long) right * right;
            sumXy += (long) left * right;
        }
        count += frames;
        x += sumX;
        y += sumY;
        xx += sumXx;
        yy += sumYy;
        xy += sumXy;
    }

    /** From -1 to 1; 0 if a channel never changes. */
    double coefficient() {
        var varianceX = count * xx - x * x;
        var varianceY = count * yy - y * y;
        return varianceX > 0 && varianceY > 0 ? (count * xy - x * y) / Math.sqrt(varianceX * varianceY) : 0;
    }
}
