package io.tapedeck.analytics.speech;

/** Quantiles, on the straight line between the two values next to them, so that the median of two is their mean. */
public final class Quantile {
    private Quantile() {}

    /**
     * The value that a share of all are not above.
     *
     * @param sorted at least one, the smallest first
     * @param share from 0 to 1
     */
    public static double of(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
