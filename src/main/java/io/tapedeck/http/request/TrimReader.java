package io.tapedeck.http.request;

import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.http.Fields;
import java.util.List;
import java.util.Optional;

/** Reads what is to be cut. Milliseconds count, what is finer does not. */
final class TrimReader {
    /** Seconds; no audio that is taken here is as long. */
    static final double LATEST = 10_000_000;

    private static final double FIRST_END = 0.001;
    private static final int MOST_RANGES = 100;

    private TrimReader() {}

    static Trim read(Fields fields) {
        var isPart = fields.has("start") || fields.has("end");
        if (fields.has("remove") && isPart) {
            fields.wrong("remove", "cannot be combined with start or end");
        } else if (!fields.has("remove") && !isPart) {
            fields.wrong("start", "is required unless end or remove is given");
        }
        var remove = fields.objects("remove", 1, MOST_RANGES, TrimReader::range);
        var start = fields.number("start", 0, LATEST);
        var end = end(fields, start);
        return new Trim(start, end, remove.orElse(List.of()));
    }

    static Range range(Fields fields) {
        var start = fields.required("start", fields.number("start", 0, LATEST));
        var end = fields.required("end", end(fields, start));
        fields.done();
        return new Range(start.orElse(0.0), end.orElse(LATEST));
    }

    private static Optional<Double> end(Fields fields, Optional<Double> start) {
        var end = fields.number("end", FIRST_END, LATEST);
        if (start.isPresent() && end.isPresent() && end.get() <= start.get()) {
            fields.wrong("end", "must be after start");
        }
        return end;
    }
}
