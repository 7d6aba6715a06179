package io.tapedeck.dynamodb;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;

/** What something took: requests, rows read and seconds, of several runs those of the median. */
record Measurement(long requests, long rows, double seconds) {
    /** Runs something so many times, after one run that does not count. */
    static Measurement median(int runs, RequestCount count, Supplier<?> work) {
        work.get();
        var measurements = new ArrayList<Measurement>();
        for (int i = 0; i < runs; i++) {
            measurements.add(of(count, work));
        }
        measurements.sort((a, b) -> Double.compare(a.seconds, b.seconds));
        return measurements.get(runs / 2);
    }

    /** Runs something once. */
    static Measurement of(RequestCount count, Supplier<?> work) {
        var requests = count.requests();
        var rows = count.rows();
        var start = System.nanoTime();
        work.get();
        return new Measurement(count.requests() - requests, count.rows() - rows, (System.nanoTime() - start) / 1e9);
    }

    /** As a line of a table. */
    String line(int recordings, int due, String how) {
        return String.format(
                Locale.ROOT,
                "| %,10d | %,5d | %-24s | %,8d | %,9d | %8.3f |",
                recordings,
                due,
                how,
                requests,
                rows,
                seconds);
    }
}
