package io.tapedeck.bench;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A line of the table: one measure of ours next to that of a peer.
 *
 * @param unit of both figures
 * @param ours median
 * @param theirs median
 * @param wanted what was wanted and whether it is so; empty where nothing is
 */
public record Row(String name, String unit, double ours, String peer, double theirs, int rounds, String wanted) {

    /** The same with a ratio that is wanted to be so small. */
    public Row atMost(double wantedRatio) {
        return wanting("≤ " + plain(wantedRatio), ratio() <= wantedRatio);
    }

    /** The same with a ratio that is wanted to be so great. */
    public Row atLeast(double wantedRatio) {
        return wanting("≥ " + plain(wantedRatio), ratio() >= wantedRatio);
    }

    /** The same with a figure of ours that is wanted to be smaller than that. */
    public Row under(double most) {
        return wanting("< " + plain(most) + " " + unit, ours < most);
    }

    /** The same with a figure of ours that is wanted to be above theirs by so much at most. */
    public Row atMostAbove(double most) {
        return wanting("≤ +" + plain(most) + " " + unit, ours <= theirs + most);
    }

    /** The same with a figure of ours that is wanted to be so great. */
    public Row from(double least) {
        return wanting("≥ " + plain(least) + " " + unit, ours >= least);
    }

    /** Ours by theirs. */
    public double ratio() {
        return ours / theirs;
    }

    /** The line, with the command that measures it again. */
    public String line(String command) {
        return "| %s, %s | %s | %s | %s | %s | %s | %d | `%s` |"
                .formatted(name, unit, figure(ours), peer, figure(theirs), figure(ratio()), wanted, rounds, command);
    }

    private Row wanting(String text, boolean met) {
        return new Row(name, unit, ours, peer, theirs, rounds, text + (met ? "" : " **missed**"));
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** With three digits that count. */
    private static String figure(double value) {
        var decimals = Math.clamp(2 - (int) Math.floor(Math.log10(Math.max(value, 1e-9))), 0, 5);
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
