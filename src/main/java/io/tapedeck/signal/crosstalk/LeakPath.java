package io.tapedeck.signal.crosstalk;

import java.util.BitSet;

/**
 * How the sound of one channel gets to another: later, softer, and coloured a little, as 3 ms of a room do.
 *
 * @param lag samples by which it comes later
 * @param taps of the filter that it goes through, a few of them ahead of the lag
 */
record LeakPath(int lag, double[] taps) {
    private static final int TAPS = 24;
    /** Taps ahead of the lag, since the lag is but known to two samples. */
    private static final int AHEAD = 3;
    /** Share of the power by which the equations are kept solvable where there is no sound at some frequencies. */
    private static final double RIDGE = 1e-4;

    /**
     * What a path makes of a frame.
     *
     * @param source energy on the channel that leaks, when the frame's sound was there
     * @param target energy on the channel that is leaked to
     * @param rest energy of what does not come that way
     */
    record Part(double source, double target, double rest) {}

    /** The path with the least rest in the frames of a block, at a lag. */
    static LeakPath fit(Surroundings source, Surroundings target, BitSet frames, int lag) {
        var equations = new double[TAPS][TAPS + 1];
        var products = new double[TAPS][TAPS];
        frames.stream().forEach(frame -> add(source.sound(), target, target.start(frame), lag, equations, products));
        var power = 0.0;
        for (int i = 0; i < TAPS; i++) {
            power += equations[i][i] / TAPS;
        }
        for (int i = 0; i < TAPS; i++) {
            equations[i][i] += RIDGE * power + Double.MIN_NORMAL;
            for (int j = 0; j < i; j++) {
                equations[i][j] = equations[j][i];
            }
        }
        return new LeakPath(lag, solve(equations));
    }

    /** What it makes of a frame of a block. */
    Part part(Surroundings source, Surroundings target, int frame) {
        var there = source.sound();
        var here = target.sound();
        var from = target.start(frame);
        var sourceEnergy = 0.0;
        var targetEnergy = 0.0;
        var restEnergy = 0.0;
        var rest = rest(there, from - lag + AHEAD, here, from, target.frameLength());
        for (int i = 0; i < rest.length; i++) {
            sourceEnergy += there[from + i - lag] * there[from + i - lag];
            targetEnergy += here[from + i] * here[from + i];
            restEnergy += rest[i] * rest[i];
        }
        return new Part(sourceEnergy, targetEnergy, restEnergy);
    }

    private double[] rest(float[] there, int origin, float[] here, int from, int length) {
        var rest = new double[length];
        for (int i = 0; i < length; i++) {
            rest[i] = here[from + i];
        }
        for (int k = 0; k < TAPS; k++) {
            var tap = taps[k];
            for (int i = 0; i < length; i++) {
                rest[i] -= tap * there[origin + i - k];
            }
        }
        return rest;
    }

    /** Each product of two taps is that of the taps before them, but for what enters and leaves at the frame's ends. */
    private static void add(
            float[] there, Surroundings target, int from, int lag, double[][] equations, double[][] products) {
        var first = from - lag + AHEAD;
        var last = first + target.frameLength() - 1;
        for (int j = 0; j < TAPS; j++) {
            products[0][j] = product(there, first, there, first - j, target.frameLength());
            equations[j][TAPS] += product(there, first - j, target.sound(), from, target.frameLength());
        }
        for (int i = 0; i < TAPS; i++) {
            for (int j = i; j < TAPS; j++) {
                if (i > 0) {
                    products[i][j] = products[i - 1][j - 1]
                            + there[first - i] * there[first - j]
                            - there[last + 1 - i] * there[last + 1 - j];
                }
                equations[i][j] += products[i][j];
            }
        }
    }

    private static double product(float[] one, int from, float[] other, int otherFrom, int length) {
        var sum = 0.0;
        for (int i = 0; i < length; i++) {
            sum += one[from + i] * other[otherFrom + i];
        }
        return sum;
    }

    /** By elimination; the matrix is positive definite. */
    private static double[] solve(double[][] equations) {
        for (int pivot = 0; pivot < TAPS; pivot++) {
            for (int row = pivot + 1; row < TAPS; row++) {
                var share = equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= TAPS; column++) {
                    equations[row][column] -= share * equations[pivot][column];
                }
            }
        }
        var taps = new double[TAPS];
        for (int row = TAPS - 1; row >= 0; row--) {
            var sum = equations[row][TAPS];
            for (int column = row + 1; column < TAPS; column++) {
                sum -= equations[row][column] * taps[column];
            }
            taps[row] = sum / equations[row][row];
        }
        return taps;
    }
}
