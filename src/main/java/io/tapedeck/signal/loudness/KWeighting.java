package io.tapedeck.signal.loudness;

/** The two filters of ITU-R BS.1770, which raise what the head raises and take away what is lower than one hears. */
final class KWeighting {
    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_GAIN = Math.pow(10, 3.999843853973347 / 20);
    private static final double SHELF_MIDDLE = Math.pow(SHELF_GAIN, 0.4996667741545416);
    private static final double PASS_HERTZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;
    private static final double FULL_SCALE = 32_768;
    /** What is left of sound that has ended, before it becomes so little that processors are slow with it. */
    private static final double NOTHING = 1e-9;

    private final double[] shelf = new double[5];
    private final double passOne;
    private final double passTwo;
    private double sample;
    private double sampleBefore;
    private double shelved;
    private double shelvedBefore;
    private double passed;
    private double passedBefore;

    /** @param sampleRate Hz */
    KWeighting(int sampleRate) {
        var k = Math.tan(Math.PI * SHELF_HERTZ / sampleRate);
        var scale = 1 + k / SHELF_Q + k * k;
        shelf[0] = (SHELF_GAIN + SHELF_MIDDLE * k / SHELF_Q + k * k) / scale;
        shelf[1] = 2 * (k * k - SHELF_GAIN) / scale;
        shelf[2] = (SHELF_GAIN - SHELF_MIDDLE * k / SHELF_Q + k * k) / scale;
        shelf[3] = 2 * (k * k - 1) / scale;
        shelf[4] = (1 - k / SHELF_Q + k * k) / scale;
        k = Math.tan(Math.PI * PASS_HERTZ / sampleRate);
        scale = 1 + k / PASS_Q + k * k;
        this.passOne = 2 * (k * k - 1) / scale;
        this.passTwo = (1 - k / PASS_Q + k * k) / scale;
    }

    /**
     * The sum of the squares of the next samples, weighted; full scale is 1.
     *
     * @param from the first of them
     * @param step from one to the next
     */
    double energy(short[] pcm, int from, int count, int step) {
        double b0 = shelf[0];
        double b1 = shelf[1];
        double b2 = shelf[2];
        double a1 = shelf[3];
        double a2 = shelf[4];
        double c1 = passOne;
        double c2 = passTwo;
        double x1 = sample;
        double x2 = sampleBefore;
        double y1 = shelved;
        double y2 = shelvedBefore;
        double z1 = passed;
        double z2 = passedBefore;
        var sum = 0.0;
        for (int i = from, end = from + count * step; i < end; i += step) {
            double x = pcm[i];
            // what waits for the sample before comes last
            var y = Math.fma(-a1, y1, Math.fma(-a2, y2, Math.fma(b2, x2, Math.fma(b1, x1, b0 * x))));
            var z = Math.fma(-c1, z1, Math.fma(-c2, z2, Math.fma(-2, y1, y + y2)));
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
            sum = Math.fma(z, z, sum);
        }
        sample = x1;
        sampleBefore = x2;
        shelved = audible(y1);
        shelvedBefore = audible(y2);
        passed = audible(z1);
        passedBefore = audible(z2);
        return sum / (FULL_SCALE * FULL_SCALE);
    }

    private static double audible(double value) {
        return Math.abs(value) < NOTHING ? 0 : value;
    }
}
